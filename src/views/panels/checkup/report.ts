/** A check-up in words: its verdict, and the whole of it to pass on to somebody who can help. */
import * as l10n from '@vscode/l10n';
import type { CheckRow, CheckState, ToCheckupPage } from '../../../shared/checkupMessages.ts';

/** One sentence. */
export function verdictOf(rows: readonly CheckRow[], running: boolean): string {
  const failed = rows.filter(({ state }) => state === 'failed');
  const [first] = failed;
  if (first !== undefined) return `${first.title}: ${first.text}`;
  if (running) return l10n.t('Checking…');
  const notices = rows.filter(({ state }) => state === 'notice').length;
  if (notices === 0) return l10n.t('The connection works.');
  return notices === 1
    ? l10n.t('The connection works; one thing is to note.')
    : l10n.t('The connection works; {0} things are to note.', notices);
}

const marks: Readonly<Record<CheckState, string>> = {
  running: '…',
  good: 'ok',
  notice: 'note',
  failed: 'FAILED',
  skipped: '-',
};

/** Plain text without a secret: rows hold none. */
export function reportText({ where, verdict, rows }: ToCheckupPage): string {
  const lines = rows.flatMap(({ title, state, text, advice, details }) => [
    `[${marks[state]}] ${title}: ${text}`,
    ...(advice === '' ? [] : [`    ${advice}`]),
    ...details.map((detail) => `    ${detail}`),
  ]);
  return [l10n.t('Connection check of {0}', where), verdict, '', ...lines, ''].join('\n');
}
