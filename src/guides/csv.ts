/** Rows of a CSV file: a header line, then values; checked before anything is built from them. */
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
    return `This is no CSV: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (rows.length === 0) return 'There is no row below the header line.';
  if (rows.length > most) {
    return `There are ${String(rows.length)} rows. Above ${String(most)}, import the file instead: it is faster and counts as one call.`;
  }
  const columns = Object.keys(rows[0] ?? {});
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return `The column ${missing.join(', ')} is missing; there are ${columns.join(', ')}.`;
  const unknown = columns.filter((name) => allowed !== undefined && !allowed.includes(name));
  return unknown.length === 0
    ? undefined
    : `${unknown.join(', ')} would be dropped: there is no such column.`;
}

/** Every value as it stands. @throws Error when the text is no CSV */
export function csvRows(text: string): readonly CsvRow[] {
  return parse<CsvRow>(text, { columns: true, bom: true, skip_empty_lines: true });
}

/** The answer that says whether one thing is typed or many come from a file. */
export function isFromFile(answers: Answers): boolean {
  return answers['source'] === 'file';
}
