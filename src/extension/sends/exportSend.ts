/** Writes the numbers of a watched send, or its tracking, to a file that the person chooses. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  exportFormats,
  exportToFile,
  nameOf,
  trackingRows,
  type ExportTable,
  type Tracking,
  type WatchedSend,
} from '../../views/index.ts';

/** Every look at the number: when, in UTC, and how many. */
export async function exportNumbers(send: WatchedSend): Promise<void> {
  const rows = send.samples.map(({ at, numberSent }) => [new Date(at).toISOString(), numberSent] as const);
  await exportTable(l10n.t('{0} numbers', nameOf(send)), {
    name: 'Numbers',
    columns: [{ name: 'Time (UTC)' }, { name: 'NumberSent', type: 'number' }],
    batches: once(rows),
  });
}

export async function exportTracking(send: WatchedSend, tracking: Tracking): Promise<void> {
  await exportTable(l10n.t('{0} tracking', nameOf(send)), {
    name: 'Tracking',
    columns: [
      { name: 'Kind' },
      { name: 'Name' },
      { name: 'Count', type: 'number' },
      { name: 'Unique', type: 'number' },
    ],
    batches: once(trackingRows(tracking)),
  });
}

async function exportTable(name: string, table: ExportTable): Promise<void> {
  const fileName = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folderToSaveIn(), `${fileName}.csv`),
    filters: Object.fromEntries(exportFormats.map(({ id, label }) => [label, [id]])),
    saveLabel: l10n.t('Export'),
  });
  if (file === undefined) return;
  const format =
    exportFormats.find(({ id }) => file.path.toLowerCase().endsWith(`.${id}`)) ?? exportFormats[0];
  if (format === undefined) return;
  const count = await exportToFile(file.fsPath, format, table);
  vscode.window.setStatusBarMessage(l10n.t('Exported {0} rows to {1}', count, file.fsPath), 5000);
}

function folderToSaveIn(): vscode.Uri {
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('');
}

// eslint-disable-next-line @typescript-eslint/require-await -- a table's rows come asynchronously, these are all here.
async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
