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
        foldable(open.file)
          .map((range) => open.rangeOf(range))
          .filter(({ start, end }) => end.line > start.line)
          .map(({ start, end }) => ({ startLine: start.line, endLine: end.line })),
      ),
    );
  },
};

/** Ranges that may be folded; the caller drops those on a single line. */
export function foldable(file: ScratchFile): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { range, root, title } of file.requests) {
    if (title !== '') ranges.push(range);
    if (root !== undefined) collect(root, ranges);
  }
  return ranges;
}

function collect(node: XmlNode, ranges: TextRange[]): void {
  if (node.kind === 'comment') ranges.push(node.range);
  if (node.kind !== 'element') return;
  ranges.push(node.range);
  for (const child of node.children) collect(child, ranges);
}
