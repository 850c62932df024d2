/** A check-up in words: its verdict, and the whole of it to pass on to somebody who can help. */
import type { CheckRow, CheckState, ToCheckupPage } from '../../../shared/checkupMessages.ts';

/** One sentence. */
export function verdictOf(rows: readonly CheckRow[], running: boolean): string {
  const failed = rows.filter(({ state }) => state === 'failed');
  const [first] = failed;
  if (first !== undefined) return `${first.title}: ${first.text}`;
  if (running) return 'Checking…';
  const notices = rows.filter(({ state }) => state === 'notice').length;
  if (notices === 0) return 'The connection works.';
  return `The connection works; ${notices === 1 ? 'one thing is' : `${String(notices)} things are`} to note.`;
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
  return [`Connection check of ${where}`, verdict, '', ...lines, ''].join('\n');
}
