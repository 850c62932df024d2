/** Which column of a file goes into which column of the data extension. */
import type { ImportMode } from '../../../../shared/importMessages.ts';
import type { RowField } from '../rowField.ts';

/** By the name, letter case, blanks, dashes and underscores aside; each column is used once. */
export function mapByName(headers: readonly string[], fields: readonly RowField[]): (string | null)[] {
  const free = new Map(fields.map(({ name }) => [plain(name), name]));
  return headers.map((header) => {
    const name = free.get(plain(header));
    if (name !== undefined) free.delete(plain(header));
    return name ?? null;
  });
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** Why nothing can be imported by this mapping; undefined when it can. */
export function mappingProblem(
  mapping: readonly (string | null)[],
  fields: readonly RowField[],
  mode: ImportMode,
): string | undefined {
  const used = mapping.filter((column) => column !== null);
  if (used.length === 0) return 'No column of the file goes into a column of the data extension.';
  const twice = used.find((column, index) => used.indexOf(column) !== index);
  if (twice !== undefined) return `Two columns of the file go into ${twice}.`;
  const keys = fields.filter(({ isPrimaryKey }) => isPrimaryKey);
  if (keys.length === 0 && mode !== 'add') return 'Without a primary key rows can only be added.';
  const missing = fields.filter(
    ({ name, isPrimaryKey, isRequired, defaultValue }) =>
      !used.includes(name) &&
      (isPrimaryKey || (isRequired && mode !== 'update' && defaultValue === undefined)),
  );
  return missing.length === 0
    ? undefined
    : `These columns need values: ${missing.map(({ name }) => name).join(', ')}.`;
}
