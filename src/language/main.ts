/** The language server's process: wires the features to the protocol, and nothing else. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  CodeLensRefreshRequest,
  createConnection,
  DiagnosticSeverity,
  ProposedFeatures,
  SymbolKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Diagnostic,
  type InitializeParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { refreshedCatalogue, shippedCatalogue, type SchemaData } from '../catalogue/index.ts';
import {
  connectionLabelMethod,
  resolveMethod,
  type ConnectionLabelParams,
  type LanguageServerOptions,
  type ResolveAnswer,
  type ResolveParams,
} from '../shared/languageMessages.ts';
import { runLenses } from './features/codeLenses.ts';
import { diagnose } from './features/diagnostics.ts';
import { outline } from './features/documentSymbols.ts';
import { foldable } from './features/folding.ts';
import type { ScratchFile } from './scratch/model.ts';
import { parseScratch, requestAt } from './scratch/parse.ts';
import { resolveRequest } from './scratch/resolve.ts';
import type { SystemContext } from './scratch/systemVariables.ts';
import { rangeIn } from './textRanges.ts';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let catalogue = shippedCatalogue;
let connectionLabel: string | null = null;

/** Parsed files by document version, so that the features of one keystroke share one parse. */
const parsed = new WeakMap<TextDocument, { version: number; file: ScratchFile }>();

function fileOf(document: TextDocument): ScratchFile {
  const known = parsed.get(document);
  if (known?.version === document.version) return known.file;
  const file = parseScratch(document.getText());
  parsed.set(document, { version: document.version, file });
  return file;
}

function contextOf(params: { mid?: number; eid?: number } = {}): SystemContext {
  const { mid, eid } = params;
  return {
    now: Date.now(),
    guid: randomUUID,
    random: Math.random,
    ...(mid === undefined ? {} : { mid }),
    ...(eid === undefined ? {} : { eid }),
  };
}

connection.onInitialize((params: InitializeParams) => {
  const { schemaFile } = (params.initializationOptions ?? {}) as LanguageServerOptions;
  if (schemaFile !== undefined) useSchema(schemaFile);
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      codeLensProvider: {},
    },
  };
});

function useSchema(schemaFile: string): void {
  try {
    catalogue = refreshedCatalogue(JSON.parse(readFileSync(schemaFile, 'utf8')) as SchemaData);
  } catch (error) {
    // No refreshed catalogue is the usual case.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    connection.console.warn(
      `The refreshed catalogue ${schemaFile} cannot be read, so the shipped one is used: ${String(error)}`,
    );
  }
}

documents.onDidChangeContent(async ({ document }) => {
  const diagnostics = diagnose(fileOf(document), catalogue, contextOf()).map(
    ({ message, range, code, severity }): Diagnostic => ({
      message,
      code,
      range: rangeIn(document, range),
      severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: 'Marketing Cloud',
    }),
  );
  await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});

documents.onDidClose(async ({ document }) => {
  await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
});

connection.onDocumentSymbol(({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return [];
  return outline(fileOf(document)).map(({ name, detail, kind, range, selection }) => ({
    name,
    detail,
    kind: kind === 'request' ? SymbolKind.Method : SymbolKind.Variable,
    range: rangeIn(document, range),
    selectionRange: rangeIn(document, selection),
  }));
});

connection.onFoldingRanges(({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return [];
  return foldable(fileOf(document))
    .map((range) => rangeIn(document, range))
    .filter(({ start, end }) => end.line > start.line)
    .map(({ start, end }) => ({ startLine: start.line, endLine: end.line }));
});

connection.onCodeLens(({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return [];
  return runLenses(fileOf(document), catalogue, connectionLabel ?? undefined).map(({ title, range }) => {
    const place = rangeIn(document, range);
    return {
      range: place,
      command: {
        title,
        command: 'marketingCloud.runRequest',
        arguments: [{ uri: document.uri, line: place.start.line }],
      },
    };
  });
});

connection.onRequest<ResolveAnswer, unknown>(resolveMethod, (params: ResolveParams): ResolveAnswer => {
  const document = documents.get(params.uri);
  if (document === undefined) return { problem: 'The file is not open.', line: 0, character: 0 };
  const file = fileOf(document);
  const request = requestAt(file, document.offsetAt({ line: params.line, character: 0 }));
  if (request === undefined) {
    return { problem: 'There is no request at this place.', line: params.line, character: 0 };
  }
  const resolution = resolveRequest(file, request, catalogue, contextOf(params));
  if ('problem' in resolution) {
    const { line, character } = document.positionAt(resolution.problem.range.start);
    return { problem: resolution.problem.message, line, character };
  }
  return { request: { ...resolution.request, line: document.positionAt(resolution.range.start).line } };
});

connection.onNotification(connectionLabelMethod, async ({ label }: ConnectionLabelParams) => {
  connectionLabel = label;
  await connection.sendRequest(CodeLensRefreshRequest.type);
});

documents.listen(connection);
connection.listen();
