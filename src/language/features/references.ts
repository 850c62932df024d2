/** Names: where they are used, where they come from, and giving them another name. */
import {
  DocumentHighlightKind,
  ErrorCodes,
  ResponseError,
  type DocumentHighlight,
  type Location,
  type ReferenceParams,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { namePattern, occurrenceAt, sameAs, type Occurrence } from '../names/occurrences.ts';
import type { OpenFile } from '../server/openFile.ts';
import type { Feature } from '../server/server.ts';

export const references: Feature = {
  capabilities: {
    referencesProvider: true,
    definitionProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
  },
  register(server) {
    const { connection } = server;
    connection.onReferences(
      server.answer([] as Location[], (open, { position, context }: ReferenceParams) =>
        found(open, position)
          .filter(({ isDefinition }) => context.includeDeclaration || !isDefinition)
          .map(({ range }) => ({ uri: open.uri, range: open.rangeOf(range) })),
      ),
    );
    connection.onDefinition(
      server.answer([] as Location[], (open, { position }: TextDocumentPositionParams) =>
        found(open, position)
          .filter(({ isDefinition }) => isDefinition)
          .map(({ range }) => ({ uri: open.uri, range: open.rangeOf(range) })),
      ),
    );
    connection.onDocumentHighlight(
      server.answer([] as DocumentHighlight[], (open, { position }: TextDocumentPositionParams) =>
        found(open, position).map(({ range, isDefinition }) => ({
          range: open.rangeOf(range),
          kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    );
    connection.onPrepareRename(({ textDocument, position }) => {
      const open = server.fileAt(textDocument.uri);
      const occurrence = open === undefined ? undefined : occurrenceAt(open.file, open.offsetAt(position));
      if (open === undefined || occurrence === undefined) return null;
      return { range: open.rangeOf(occurrence.range), placeholder: occurrence.name };
    });
    connection.onRenameRequest(
      server.answer(null as WorkspaceEdit | null, (open, { position, newName }: RenameParams) =>
        rename(open, found(open, position), newName),
      ),
    );
  },
};

function found(open: OpenFile, position: TextDocumentPositionParams['position']): Occurrence[] {
  const occurrence = occurrenceAt(open.file, open.offsetAt(position));
  return occurrence === undefined ? [] : sameAs(occurrence, open.file);
}

/** @throws ResponseError for a name that cannot be one, or that is taken. */
function rename(open: OpenFile, occurrences: readonly Occurrence[], newName: string): WorkspaceEdit | null {
  const [first] = occurrences;
  if (first === undefined) return null;
  if (!namePattern.test(newName)) {
    throw refusal(
      `“${newName}” is no name: one begins with a letter or _, and goes on with letters, digits, - and _.`,
    );
  }
  const isTaken = newName !== first.name && sameAs({ ...first, name: newName }, open.file).length > 0;
  if (isTaken) throw refusal(`There is already a ${first.kind} named ${newName} in this file.`);
  const edits = occurrences.map(({ range }) => ({ range: open.rangeOf(range), newText: newName }));
  return { documentChanges: [{ textDocument: { uri: open.uri, version: open.version }, edits }] };
}

function refusal(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
