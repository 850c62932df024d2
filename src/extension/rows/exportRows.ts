/** Exports rows into a file: those that an editor's filter asks for, or all of a data extension. Loaded when first needed. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreePayload } from '../../shared/contributions.ts';
import {
  exportedTable,
  exportFormats,
  exportToFile,
  formatNumber,
  wholeTable,
  type ExportTable,
  type RowsSession,
} from '../../views/index.ts';
import { subjectOf } from '../commands/treeViews.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { chooseFirst } from '../errors/explained.ts';

const openIt = 'Open';

export async function exportSession(session: RowsSession): Promise<void> {
  const rows = 'All rows that the filter asks for';
  await exportRows(session.target.name, rows, (signal) => exportedTable(session, signal));
}

/**
 * All rows of what is chosen in the tree.
 * @throws ExplainedError when it is gone
 */
export async function exportDataExtension(
  { account }: ActiveAccount,
  payload: TreePayload | undefined,
): Promise<void> {
  const subject = subjectOf(payload, 'dataExtension');
  if (account === undefined || subject === undefined)
    throw chooseFirst(l10n.t('Choose a data extension first.'));
  await exportRows(subject.name, 'All rows', async (signal) => {
    const table = await wholeTable(await account.client(), subject, signal);
    if (table.columns.length > 0) return table;
    throw new ExplainedError(`${subject.name} is gone.`, 'It was deleted meanwhile: refresh the side bar.');
  });
}

/** @param rows which ones, for the person who chooses the format */
async function exportRows(
  name: string,
  rows: string,
  tableOf: (signal: AbortSignal) => ExportTable | Promise<ExportTable>,
): Promise<void> {
  const format = await vscode.window.showQuickPick(
    exportFormats.map((one) => ({ label: one.label, description: `.${one.id}`, format: one })),
    { title: `Export ${name}`, placeHolder: `${rows}, in which format?` },
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
    async (progress, token) => {
      const aborting = new AbortController();
      token.onCancellationRequested(() => aborting.abort());
      const { signal } = aborting;
      try {
        return await exportToFile(file.fsPath, format.format, await tableOf(signal), {
          signal,
          progress: (rows) => progress.report({ message: `${formatNumber(rows)} rows` }),
        });
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    },
  );
  if (written === undefined) return;
  const words = `Exported ${formatNumber(written)} ${written === 1 ? 'row' : 'rows'} of ${name}.`;
  const chosen = await vscode.window.showInformationMessage(words, openIt);
  if (chosen === openIt) await vscode.env.openExternal(file);
}

function suggested(name: string, extension: string): vscode.Uri {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim() || 'rows';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  return vscode.Uri.joinPath(folder, `${safe}.${extension}`);
}
