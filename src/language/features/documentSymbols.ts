/** The outline of a scratch file: one entry for each request, its name or title first, its method beside. */
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver/node';
import type { ScratchFile } from '../scratch/model.ts';
import { messageOf } from '../scratch/parse.ts';
import type { Feature } from '../server/server.ts';
import { localName, type TextRange } from '../xml/node.ts';

export const documentSymbols: Feature = {
  capabilities: { documentSymbolProvider: true },
  register(server) {
    server.connection.onDocumentSymbol(
      server.answer([] as DocumentSymbol[], (open) =>
        outline(open.file).map(({ name, detail, kind, range, selection }) => ({
          name,
          detail,
          kind: kind === 'request' ? SymbolKind.Method : SymbolKind.Variable,
          range: open.rangeOf(range),
          selectionRange: open.rangeOf(selection),
        })),
      ),
    );
  },
};

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'request' | 'variable';
  readonly range: TextRange;
  readonly selection: TextRange;
}

export function outline(file: ScratchFile): OutlineEntry[] {
  const variables = file.variables.map(({ name, value, nameRange, valueRange }) => ({
    name: `@${name}`,
    detail: value,
    kind: 'variable' as const,
    range: { start: nameRange.start, end: valueRange.end },
    selection: nameRange,
  }));
  const requests = file.requests.map((request) => {
    const message = request.root === undefined ? undefined : messageOf(request.root);
    const method = message === undefined ? '' : localName(message.name);
    return {
      name:
        [request.title, request.name, method].find((text) => text !== undefined && text !== '') ?? 'Request',
      detail: method,
      kind: 'request' as const,
      range: request.range,
      selection: message?.nameRange ?? { start: request.range.start, end: request.range.start },
    };
  });
  return [...variables, ...requests];
}
