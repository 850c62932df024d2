/** Puts what a query selected into its data extension: all of it, or none of it when something does not fit. */
import { fieldNamed, primaryKeyOf, type DataExtension } from '../../org/dataExtension.ts';
import type { Field } from '../../org/field.ts';
import { formatUsText } from '../../serverTime.ts';
import { SqlProblem } from '../../sql/problem.ts';
import type { Column, Relation, Row } from '../../sql/relation.ts';
import { textOf, type Value } from '../../sql/values.ts';
import { defaultCell } from '../dataExtensionFields.ts';
import { readCell } from '../rowValues.ts';

export type UpdateType = 'Overwrite' | 'Append' | 'Update';

type Cells = Map<Field, string | null>;

/** @throws SqlProblem for columns that the target has not, and values that do not fit. */
export function putRows(
  extension: DataExtension,
  { columns, rows }: Relation,
  { how, now }: { readonly how: UpdateType; readonly now: number },
): number {
  const fields = columns.map((column) => fieldOf(extension, column));
  const key = primaryKeyOf(extension);
  if (how === 'Update' && key.length === 0) {
    throw new SqlProblem('The update type Update needs a data extension with a primary key.');
  }
  const ready = [...rows].map((row) => cellsOf(fields, row));
  const task = { extension, key, how, now };
  checkKeys(task, ready);
  if (how === 'Overwrite') extension.rows.clear();
  for (const cells of ready) put(task, cells);
  return ready.length;
}

interface Task {
  readonly extension: DataExtension;
  readonly key: readonly Field[];
  readonly how: UpdateType;
  readonly now: number;
}

function fieldOf(extension: DataExtension, { name }: Column): Field {
  if (name === '') throw new SqlProblem('Every column of the query needs a name.');
  const field = fieldNamed(extension, name);
  if (field !== undefined) return field;
  throw new SqlProblem(`The data extension ${extension.name} has no column ${name}.`);
}

function cellsOf(fields: readonly Field[], row: Row): Cells {
  const cells: Cells = new Map();
  for (const [index, field] of fields.entries()) {
    const read = readCell(field, written(field, row[index] ?? null));
    if ('reason' in read) throw new SqlProblem(read.reason);
    cells.set(field, read.text);
  }
  return cells;
}

/** A date goes into a column of dates whole, and into a text as SQL Server writes it. */
function written(field: Field, value: Value): string | null {
  if (value === null) return null;
  return value instanceof Date && field.type === 'Date' ? formatUsText(value.getTime()) : textOf(value);
}

/** Nothing is written before every row is known to fit. */
function checkKeys({ extension, key, how, now }: Task, ready: readonly Cells[]): void {
  const seen = new Set<string>();
  for (const cells of ready) {
    const values = key.map((field) => cells.get(field) ?? '');
    const isKept = how !== 'Overwrite' && key.length > 0;
    const isThere = isKept && extension.rows.find(key, values) !== undefined;
    const written = values.join('\u0000').toLowerCase();
    const isRepeated = key.length > 0 && seen.has(written);
    seen.add(written);
    if ((isThere || isRepeated) && how !== 'Update') {
      throw new SqlProblem(
        `Violation of PRIMARY KEY constraint. Cannot insert duplicate key. The duplicate key value is (${values.join(', ')}).`,
      );
    }
    const missing = missingField(extension, cells, { isThere, now });
    if (missing !== undefined) {
      throw new SqlProblem(
        `Cannot insert the value NULL into column '${missing.name}'; column does not allow nulls.`,
      );
    }
  }
}

function missingField(
  extension: DataExtension,
  cells: Cells,
  { isThere, now }: { readonly isThere: boolean; readonly now: number },
): Field | undefined {
  return extension.fields.find((field) => {
    if (!field.isRequired && !field.isPrimaryKey) return false;
    if (isThere && !cells.has(field)) return false;
    return (cells.get(field) ?? defaultCell(field, now)) === null;
  });
}

function put({ extension, key, now }: Task, cells: Cells): void {
  const values = key.map((field) => cells.get(field) ?? '');
  const position = key.length === 0 ? undefined : extension.rows.find(key, values);
  if (position !== undefined) {
    for (const field of key) cells.delete(field);
    extension.rows.update(position, cells);
    return;
  }
  for (const field of extension.fields) if (!cells.has(field)) cells.set(field, defaultCell(field, now));
  extension.rows.insert(key, cells, now);
}
