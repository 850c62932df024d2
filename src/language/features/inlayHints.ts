/** How many objects a request holds, and how much is sent, at its first line. */
import {
  InlayHintKind,
  InlayHintRefreshRequest,
  type InlayHint,
  type InlayHintParams,
} from 'vscode-languageserver/node';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ScratchFile } from '../scratch/model.ts';
import { objectsIn } from '../schema/target.ts';
import { typedMessage } from '../schema/typedTree.ts';
import type { Feature } from '../server/server.ts';
import { touches, type TextRange } from '../xml/node.ts';

export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register(server) {
    const { connection } = server;
    connection.languages.inlayHint.on(
      server.answer([] as InlayHint[], (open, { range }: InlayHintParams) => {
        const part = open.offsetsOf(range);
        return sizeHints(open.file, server.catalogue, part)
          .filter(({ offset }) => offset >= part.start && offset <= part.end)
          .map(({ offset, label, about }) => ({
            position: open.positionAt(offset),
            label,
            kind: InlayHintKind.Parameter,
            paddingLeft: true,
            tooltip: about,
          }));
      }),
    );
    server.onDidChangeKnowledge(() => connection.sendRequest(InlayHintRefreshRequest.type));
  },
};

export interface SizeHint {
  readonly offset: number;
  readonly label: string;
  readonly about: string;
}

/** One for each request that holds objects, of those that touch a part of the text. */
export function sizeHints(file: ScratchFile, catalogue: Catalogue, part: TextRange): SizeHint[] {
  return file.requests.flatMap((request) => {
    const message = touches(request.range, part) ? typedMessage(request, catalogue) : undefined;
    if (message === undefined) return [];
    const count = [...objectsIn(message, catalogue)].length;
    if (count === 0) return [];
    const { range, contentRange } = message.node;
    const bytes = Buffer.byteLength(file.text.slice(range.start, range.end));
    const objects = count === 1 ? '1 object' : `${count.toLocaleString('en')} objects`;
    const about =
      'Objects in this request, and the size of its message as it is written, without the envelope.';
    return [{ offset: contentRange.start, label: `${objects} · ${sizeText(bytes)}`, about }];
  });
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
