/** What is to be run, read from editors: a request at a place, a selection, a file, XML in an editor of any language. */
import * as vscode from 'vscode';
import type { RequestPlace } from '../../shared/contributions.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { EditorJob, Wanted } from './editorRun.ts';

/** The request at the cursor. */
export function atCursor(): EditorJob {
  const { document, selection } = scratchEditor();
  const offset = document.offsetAt(selection.active);
  return whole(document, { start: offset, end: offset });
}

/** The request at a place, e.g. where a code lens stands. */
export async function atPlace({ uri, line }: RequestPlace): Promise<EditorJob> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const offset = document.offsetAt(new vscode.Position(line, 0));
  return whole(document, { start: offset, end: offset });
}

/** All requests of the file at a place, or of the one that is edited. */
export async function allOf(place?: RequestPlace): Promise<EditorJob> {
  const document =
    place === undefined
      ? scratchEditor().document
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  return whole(document, 'all');
}

/** The requests that the selection touches. */
export function selectionOf(): EditorJob {
  const { document, selection } = scratchEditor();
  return whole(document, {
    start: document.offsetAt(selection.start),
    end: document.offsetAt(selection.end),
  });
}

/** The selection as a request of its own, or the whole text when nothing is selected. */
export function selectedXml(): EditorJob {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    throw new ExplainedError(
      'There is no text to run.',
      'Open the XML of a SOAP request, then run this again.',
    );
  }
  const { document, selection } = editor;
  const range = selection.isEmpty ? undefined : selection;
  const ran = {
    document,
    version: document.version,
    offset: range === undefined ? 0 : document.offsetAt(range.start),
  };
  return { ran, text: document.getText(range), wanted: 'all' };
}

function whole(document: vscode.TextDocument, wanted: Wanted): EditorJob {
  return { ran: { document, version: document.version, offset: 0 }, text: document.getText(), wanted };
}

/** The editor with the cursor, when it shows a scratch file. */
export function scratchEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === scratchLanguageId) return editor;
  throw new ExplainedError(
    'There is no request at the cursor.',
    'Open a SOAP request file (.mcsoap) and place the cursor in a request.',
  );
}
