/** What can be folded in a scratch file: requests, elements and comments that stand on several lines. */
import type { FoldingRange } from 'vscode-languageserver/node';
import type { ScratchFile } from '../scratch/model.ts';
import type { Feature } from '../server/server.ts';
import type { TextRange, XmlNode } from '../xml/node.ts';

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true },
  register(server) {
    server.connection.onFoldingRanges(
      server.answer([] as FoldingRange[], (open) =>
        foldable(open.file).map((range) => {
          const { start, end } = open.rangeOf(range);
          return { startLine: start.line, endLine: end.line };
        }),
      ),
    );
  },
};

/** More than these no editor folds. */
const mostFolds = 5000;

/** What stands on several lines; of a very large file, the outermost. */
export function foldable({ text, requests }: ScratchFile): TextRange[] {
  const ranges: TextRange[] = [];
  const add = (range: TextRange): boolean => {
    const isLong = text.slice(range.start, range.end).includes('\n');
    if (isLong) ranges.push(range);
    return isLong;
  };
  for (const { range, title } of requests) if (title !== '') add(range);
  let level: readonly XmlNode[] = requests.flatMap(({ root }) => root ?? []);
  while (level.length > 0 && ranges.length < mostFolds) {
    // What is on one line has nothing in it to be folded.
    level = level.filter(isFoldable).flatMap((node) => (add(node.range) ? inside(node) : []));
  }
  return ranges.slice(0, mostFolds);
}

function isFoldable({ kind }: XmlNode): boolean {
  return kind === 'comment' || kind === 'element';
}

function inside(node: XmlNode): readonly XmlNode[] {
  return node.kind === 'element' ? node.children : [];
}
