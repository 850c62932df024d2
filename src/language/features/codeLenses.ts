/** The line above each request that runs it. */
import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver/node';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ScratchFile } from '../scratch/model.ts';
import { messageOf } from '../scratch/parse.ts';
import type { Feature } from '../server/server.ts';
import { localName, type TextRange } from '../xml/node.ts';

export const codeLenses: Feature = {
  capabilities: { codeLensProvider: {} },
  register(server) {
    const { connection } = server;
    connection.onCodeLens(
      server.answer([] as CodeLens[], (open) =>
        runLenses(open.file, server.catalogue, server.connectionLabel).map(({ title, range }) => {
          const place = open.rangeOf(range);
          const target = { uri: open.uri, line: place.start.line };
          return {
            range: place,
            command: { title, command: 'marketingCloud.runRequest', arguments: [target] },
          };
        }),
      ),
    );
    server.onDidChangeKnowledge(() => connection.sendRequest(CodeLensRefreshRequest.type));
  },
};

export interface Lens {
  readonly title: string;
  /** Where the request's first element begins. */
  readonly range: TextRange;
}

/** @param label what the connection and business unit are called; undefined when not connected. */
export function runLenses(file: ScratchFile, catalogue: Catalogue, label: string | undefined): Lens[] {
  return file.requests.flatMap(({ root }) => {
    const message = root === undefined ? undefined : messageOf(root);
    if (root === undefined || message === undefined) return [];
    if (catalogue.operationOfRequest(localName(message.name)) === undefined) return [];
    const where = label === undefined ? '' : ` in ${label}`;
    return [{ title: `$(play) Run${where}`, range: { start: root.range.start, end: root.nameRange.end } }];
  });
}
