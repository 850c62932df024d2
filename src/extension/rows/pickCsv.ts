/** Asks for the CSV file whose rows are to be imported. */
import * as vscode from 'vscode';
import type { RowsSession } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';

export async function pickCsv(
  { target }: RowsSession,
  start: (file: string) => Promise<void>,
): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: `Import CSV into ${target.name}`,
      openLabel: 'Import',
      filters: { CSV: ['csv', 'tsv', 'txt'], 'All files': ['*'] },
    })) ?? [];
  if (file === undefined) return;
  if (file.scheme !== 'file') {
    throw new ExplainedError('Only files of this machine can be imported.', 'Choose a local file.');
  }
  await start(file.fsPath);
}
