/** Hover, in the words of the protocol. */
import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver/node';
import { hoverAt } from '../hover/hoverAt.ts';
import type { Feature } from '../server/server.ts';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(server) {
    server.connection.onHover(
      server.answerAt(null as Hover | null, (inspection, open, { position }: HoverParams) => {
        const found = hoverAt(inspection, open.offsetAt(position));
        if (found === undefined) return null;
        return {
          contents: { kind: MarkupKind.Markdown, value: found.text },
          range: open.rangeOf(found.range),
        };
      }),
    );
  },
};
