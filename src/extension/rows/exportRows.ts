/** Exports the rows that an editor's filter asks for, all of them, into a file. Loaded when first needed. */
import * as vscode from 'vscode';
import {
  exportedTable,
  exportFormats,
  exportToFile,
  formatNumber,
  type RowsSession,
} from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';

const openIt = 'Open';

export async function exportSession(session: RowsSession): Promise<void> {
  const { name } = session.target;
  const format = await vscode.window.showQuickPick(
    exportFormats.map((one) => ({ label: one.label, description: `.${one.id}`, format: one })),
    { title: `Export ${name}`, placeHolder: 'All rows that the filter asks for, in which format?' },
  );
  if (format === undefined) return;
  const { id, label } = format.format;
  const file = await vscode.window.showSaveDialog({
    title: `Export ${name} as ${label}`,
    defaultUri: suggested(name, id),
    filters: { [label]: [id] },
  });
  if (file === undefined) return;
  if (file.scheme !== 'file') {
    throw new ExplainedError('Rows can only be exported to files of this machine.', 'Choose a local folder.');
  }
  const written = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Exporting ${name}`, cancellable: true },
    (progress, token) => {
      const aborting = new AbortController();
      token.onCancellationRequested(() => aborting.abort());
      return exportToFile(file.fsPath, format.format, exportedTable(session, aborting.signal), {
        signal: aborting.signal,
        progress: (rows) => progress.report({ message: `${formatNumber(rows)} rows` }),
      }).catch((error: unknown) => {
        if (aborting.signal.aborted) return undefined;
        throw error;
      });
    },
  );
  if (written === undefined) return;
  const words = `Exported ${formatNumber(written)} rows of ${name}.`;
  const chosen = await vscode.window.showInformationMessage(words, openIt);
  if (chosen === openIt) await vscode.env.openExternal(file);
}

function suggested(name: string, extension: string): vscode.Uri {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim() || 'rows';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  return vscode.Uri.joinPath(folder, `${safe}.${extension}`);
}
