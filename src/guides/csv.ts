/** Rows of a CSV file: a header line, then values; checked before anything is built from them. */
import * as l10n from '@vscode/l10n';
import { parse } from 'csv-parse/sync';
import type { Answers } from './guide.ts';

export type CsvRow = Readonly<Record<string, string>>;

/** Above this an import is the way (best-practices rows D1, D6): the file of requests would be unreadable. */
const most = 1000;

/** What keeps a text from being rows with these columns, others allowed or not; undefined when nothing does. */
export function csvProblem(
  text: string,
  needed: readonly string[],
  allowed?: readonly string[],
): string | undefined {
  let rows: readonly CsvRow[];
  try {
    rows = csvRows(text);
  } catch (error) {
    return l10n.t('This is no CSV: {0}', error instanceof Error ? error.message : String(error));
  }
  if (rows.length === 0) return l10n.t('There is no row below the header line.');
  if (rows.length > most) {
    return l10n.t(
      'There are {0} rows. Above {1}, import the file instead: it is faster and counts as one call.',
      rows.length,
      most,
    );
  }
  const columns = Object.keys(rows[0] ?? {});
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return l10n.t('The column {0} is missing; there are {1}.', missing.join(', '), columns.join(', '));
  const unknown = columns.filter((name) => allowed !== undefined && !allowed.includes(name));
  return unknown.length === 0
    ? undefined
    : l10n.t('{0} would be dropped: there is no such column.', unknown.join(', '));
}

/** Every value as it stands. @throws Error when the text is no CSV */
export function csvRows(text: string): readonly CsvRow[] {
  return parse<CsvRow>(text, { columns: true, bom: true, skip_empty_lines: true });
}

/** The answer that says whether one thing is typed or many come from a file. */
export function isFromFile(answers: Answers): boolean {
  return answers['source'] === 'file';
}
