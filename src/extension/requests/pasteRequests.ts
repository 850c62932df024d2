/** Offers to turn what is pasted into a scratch file, a cURL command or a script, into requests. */
import * as vscode from 'vscode';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import { ExplainedError } from '../errors/describeError.ts';

const { Text } = vscode.DocumentDropOrPasteEditKind;

/** Plain text stays what is pasted unless the person chooses otherwise. */
export function registerPaste(): vscode.Disposable {
  const kind = Text.append('marketingCloud', 'requests');
  const provider: vscode.DocumentPasteEditProvider = {
    provideDocumentPasteEdits: async (_document, _ranges, transfer) => {
      const text = await transfer.get('text/plain')?.asString();
      const found = text === undefined ? undefined : await convert(text);
      if (found === undefined) return undefined;
      const edit = new vscode.DocumentPasteEdit(found.requests, `Paste ${found.label} as SOAP request`, kind);
      edit.yieldTo = [Text];
      return [edit];
    },
  };
  return vscode.languages.registerDocumentPasteEditProvider({ language: scratchLanguageId }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain'],
  });
}

/** Puts the requests of the clipboard at the end of the scratch file that is edited, or into a new one. */
export async function pasteAsRequest(): Promise<void> {
  const found = await convert(await vscode.env.clipboard.readText());
  if (found === undefined) {
    throw new ExplainedError(
      'There is no SOAP request in the clipboard.',
      'Copy a SOAP envelope, a cURL command, a Postman request, or SSJS or AMPscript that calls the API.',
    );
  }
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== scratchLanguageId) {
    const document = await vscode.workspace.openTextDocument({
      language: scratchLanguageId,
      content: found.requests,
    });
    await vscode.window.showTextDocument(document);
    return;
  }
  const { document } = editor;
  const end = document.positionAt(document.getText().length);
  const gap = document.getText().trim() === '' ? '' : '\n\n';
  await editor.edit((edit) => edit.insert(end, `${gap}${found.requests}`));
  editor.revealRange(new vscode.Range(end, end));
}

/** Loaded when something is pasted for the first time. */
async function convert(
  text: string,
): Promise<{ readonly label: string; readonly requests: string } | undefined> {
  const { toRequests } = await import('../../paste/index.ts');
  return toRequests(text);
}
