/** Asks for a file of the machine, all of its text or the beginning of it. */
import { open } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Answers, FileQuestion } from '../../guides/index.ts';
import type { Answered, Frame } from './inputs.ts';

/** Bytes that are read, at most; a file with more is better imported than turned into requests. */
const largest = 5 * 1024 * 1024;

/** Asked again while the file is wrong. */
export async function askFile(frame: Frame, question: FileQuestion, answers: Answers): Promise<Answered> {
  const chosen = await vscode.window.showOpenDialog({
    title: `${frame.title}: ${frame.prompt}`,
    openLabel: l10n.t('Use This File'),
    filters: { [l10n.t('CSV and text')]: ['csv', 'txt', 'tsv', 'tab'], [l10n.t('All files')]: ['*'] },
  });
  const [file] = chosen ?? [];
  // A dialog of the system has no way back of its own: to close it is to go back.
  if (file === undefined) return 'back';
  const { size } = await vscode.workspace.fs.stat(file);
  const text = await textOf(file, size, question.reads === 'beginning');
  const problem =
    text === undefined
      ? l10n.t('The file has more than 5 MB: import it instead.')
      : question.check(text, answers);
  if (text !== undefined && problem === undefined) {
    return { value: text, file: { name: file.path.split('/').at(-1) ?? '', bytes: size } };
  }
  const again = l10n.t('Choose Another File');
  const answer = await vscode.window.showErrorMessage(problem ?? '', again);
  return answer === again ? askFile(frame, question, answers) : 'back';
}

/** Undefined for a file that is too large to be read whole. */
async function textOf(file: vscode.Uri, size: number, isBeginning: boolean): Promise<string | undefined> {
  if (size <= largest) return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  if (!isBeginning) return undefined;
  const handle = await open(file.fsPath);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(largest), 0, largest, 0);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
