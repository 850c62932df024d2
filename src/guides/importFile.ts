/** The file that is to be imported, as far as it was read: delimiter, columns, first rows, and what is odd (rows E1, E5, D6). */
import * as l10n from '@vscode/l10n';
import { parse } from 'csv-parse/sync';
import type { Answers, Choice } from './guide.ts';
import { partsOf } from './questions.ts';

/** By the service's word for the type of a file; the third has one of its own. */
const delimiters: Readonly<Record<string, string>> = { CSV: ',', TAB: '\t' };

/** Rows that are shown. */
const shown = 3;

/** Bytes. Larger files are better imported in several. */
const advisable = 50_000_000;

/** Longest text of a choice. */
const lineLength = 90;

type Rows = readonly (readonly string[])[];

/** What keeps a text from being a file of rows; undefined when nothing does. */
export function textProblem(text: string): string | undefined {
  if (text.trim() === '') return l10n.t('The file is empty.');
  return text.includes('\0')
    ? l10n.t('This is no text in UTF-8: it has bytes of nothing in it. Save it as UTF-8 first.')
    : undefined;
}

/** What the file has between its columns, by the answers. */
function delimiterOf(answers: Answers): string {
  return delimiters[answers['type'] ?? ''] ?? answers['delimiter'] ?? ',';
}

/** The first row alone: the file can be long, and this is asked with every key that is typed. */
export function firstRowOf(answers: Answers, delimiter = delimiterOf(answers)): readonly string[] {
  return read(answers, delimiter, 1)[0] ?? [];
}

/**
 * The rows as far as they were read; none when no file was chosen. A line that was cut off is left out.
 * @param most rows that are wanted; all of them when left out
 */
function read(answers: Answers, delimiter: string, most?: number): Rows {
  const { file = '' } = answers;
  const isCut = Number(answers['file.bytes'] ?? 0) > Buffer.byteLength(file);
  const text = isCut ? file.slice(0, file.lastIndexOf('\n')) : file;
  if (delimiter === '') return [];
  try {
    return parse(text, {
      ...{ delimiter, bom: true, skip_empty_lines: true },
      // What does not fit is told, and does not keep the rest from being shown.
      ...{ relax_column_count: true, relax_quotes: true, skip_records_with_error: true },
      ...(most === undefined ? {} : { to: most }),
    });
  } catch {
    return [];
  }
}

/** The names in the first line; none when it has none. */
export function headingsOf(answers: Answers): readonly string[] {
  return answers['headings'] === 'false' ? [] : firstRowOf(answers).map((name) => name.trim());
}

/** The types of file, each with the columns that it would find; the one that finds most is chosen at first. */
export function typeChoices(answers: Answers): readonly Choice[] {
  const types = [
    { value: 'CSV', label: l10n.t('A comma') },
    { value: 'TAB', label: l10n.t('A tab') },
    { value: 'Other', label: l10n.t('Another delimiter') },
  ];
  if (answers['file'] === undefined) return types;
  const counted = types.map((type) => ({
    type,
    count: firstRowOf(answers, delimiters[type.value] ?? '').length,
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  const best = most < 2 ? 'Other' : counted.find(({ count }) => count === most)?.type.value;
  return counted.map(({ type, count }) => ({
    ...type,
    isPicked: type.value === best,
    ...(type.value === 'Other' ? {} : { description: columnsText(count) }),
  }));
}

export function columnsText(count: number): string {
  return count === 1 ? l10n.t('one column') : l10n.t('{0} columns', count);
}

/** Whether the first line names the columns, beside the first rows and what is odd about them. */
export function headingChoices(answers: Answers): readonly Choice[] {
  const rows = read(answers, delimiterOf(answers));
  return [
    { value: 'true', label: l10n.t('The first line names the columns') },
    { value: 'false', label: l10n.t('The first line is a row already') },
    ...rows.slice(0, shown + 1).map((row, index) => ({
      value: `row ${String(index)}`,
      label: cut(row.join(' · ')),
      description: l10n.t('line {0}', index + 1),
      isInfo: true,
    })),
    ...oddities(answers, rows).map((label) => ({ value: label, label: `$(warning) ${label}`, isInfo: true })),
  ];
}

function oddities(answers: Answers, rows: Rows): readonly string[] {
  const [first = []] = rows;
  const uneven = rows.findIndex((row) => row.length !== first.length);
  const names = first.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const bytes = Number(answers['file.bytes'] ?? 0);
  const known: readonly (readonly [boolean, string])[] = [
    [
      uneven > 0,
      l10n.t('Row {0} has {1} values, the first {2}.', uneven + 1, rows[uneven]?.length ?? 0, first.length),
    ],
    [twice !== undefined, l10n.t('Two columns are called “{0}”.', twice ?? '')],
    [
      (answers['file'] ?? '').includes('\uFFFD'),
      l10n.t(
        'Some characters are not UTF-8: say the code page (EncodingCodePage), or save the file as UTF-8.',
      ),
    ],
    [
      bytes > advisable,
      l10n.t(
        'The file has {0} MB: import it in batches of some 50 MB, named by a pattern.',
        Math.round(bytes / 1_000_000),
      ),
    ],
  ];
  return known.filter(([isSo]) => isSo).map(([, words]) => words);
}

/** The columns of a data extension, those of the file chosen; what the file has beside them would be dropped (row D9). */
export function arrangeColumns(found: readonly Choice[], answers: Answers): readonly Choice[] {
  const headings = headingsOf(answers);
  const isIn = (name: string, names: readonly string[]): boolean =>
    names.some((each) => each.toLowerCase() === name.toLowerCase());
  const columns = found.map((column) => {
    const isThere = isIn(column.label, headings);
    const { description: type = '' } = column;
    const description = isThere ? l10n.t('{0} · in the file', type) : l10n.t('{0} · not in the file', type);
    return { ...column, isPicked: isThere, description };
  });
  const names = found.map(({ label }) => label);
  const strange = headings.filter((heading) => !isIn(heading, names));
  return [
    ...columns.filter(({ isPicked }) => isPicked),
    ...columns.filter(({ isPicked }) => !isPicked),
    ...strange.map((heading) => ({
      ...{ value: heading, isInfo: true },
      label: `$(warning) ${l10n.t('{0} is no column of the data extension: its values would be dropped.', heading)}`,
    })),
  ];
}

/** The headings whose columns were chosen; undefined when all of them were, so that the service finds them itself. */
export function chosenHeadings(answers: Answers): readonly string[] | undefined {
  const chosen = partsOf(answers['columns']).map((name) => name.toLowerCase());
  const headings = headingsOf(answers);
  const kept = headings.filter((heading) => chosen.includes(heading.toLowerCase()));
  return answers['columns'] === undefined || kept.length === headings.length ? undefined : kept;
}

function cut(text: string): string {
  return text.length > lineLength ? `${text.slice(0, lineLength)}…` : text;
}
