/** The language server's process: puts the features together, and nothing else. */
import { readFileSync } from 'node:fs';
import {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { refreshedCatalogue, type SchemaData } from '../catalogue/index.ts';
import type { LanguageServerOptions } from '../shared/languageMessages.ts';
import { features } from './server/features.ts';
import { Server } from './server/server.ts';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const server = new Server(connection, documents);

connection.onInitialize((params: InitializeParams): InitializeResult => {
  const { schemaFile, rulePages } = (params.initializationOptions ?? {}) as LanguageServerOptions;
  if (schemaFile !== undefined) useSchema(schemaFile);
  if (rulePages !== undefined) server.lint = { ...server.lint, pages: rulePages };
  const synchronised: ServerCapabilities = { textDocumentSync: TextDocumentSyncKind.Incremental };
  const capabilities = features.reduce((all, feature) => ({ ...all, ...feature.capabilities }), synchronised);
  return { capabilities };
});

function useSchema(schemaFile: string): void {
  try {
    server.catalogue = refreshedCatalogue(JSON.parse(readFileSync(schemaFile, 'utf8')) as SchemaData);
  } catch (error) {
    // No refreshed catalogue is the usual case.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    connection.console.warn(
      `The refreshed catalogue ${schemaFile} cannot be read, so the shipped one is used: ${String(error)}`,
    );
  }
}

for (const feature of features) feature.register(server);
documents.listen(connection);
connection.listen();
