/** Writes the rows of a result to a file that the person chooses. */
import * as vscode from 'vscode';
import { exportFormats, exportToFile } from '../../export/index.ts';
import type { ResultSession } from './session.ts';

/** Rows written between two looks at whether the person has cancelled. */
const batchSize = 2000;

/** @throws ExportError when a cell does not fit the format, or what the file system throws. */
export async function exportRows({ title, table }: ResultSession): Promise<void> {
  const filters = Object.fromEntries(exportFormats.map(({ id, label }) => [label, [id]]));
  const name = title.replaceAll(/[\\/:*?"<>|#]/g, ' ').trim();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: 'Export Rows',
    filters,
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `${name}.csv`) }),
  });
  if (target === undefined) return;
  const format =
    exportFormats.find(({ id }) => target.path.toLowerCase().endsWith(`.${id}`)) ?? exportFormats[0];
  if (format === undefined) return;
  const columns = table.columns.map((column) => ({ name: column }));
  const rows = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Exporting ${name}…`, cancellable: true },
    (progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      return exportToFile(
        target.fsPath,
        format,
        { name, columns, batches: batches(table.rows) },
        {
          signal: controller.signal,
          progress: (count) => progress.report({ message: `${count.toLocaleString()} rows` }),
        },
      );
    },
  );
  vscode.window.setStatusBarMessage(`Exported ${rows.toLocaleString()} rows to ${target.fsPath}`, 5000);
}

async function* batches<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < rows.length; from += batchSize) {
    yield await Promise.resolve(rows.slice(from, from + batchSize));
  }
}
