/** What is wrong with the pending cells of a row before the service sees them. */
import { checkCell } from './checkCell.ts';
import type { PendingRow } from './rowChanges.ts';
import type { RowField } from './rowField.ts';

/** By column: what the columns would not take. */
export function cellProblems(
  pending: PendingRow | undefined,
  fields: readonly RowField[],
): Readonly<Record<string, string>> {
  if (pending === undefined || pending.mark === 'deleted') return {};
  const checked = pending.mark === 'added' ? fields : fields.filter(({ name }) => name in pending.values);
  const found = checked.flatMap((field) => {
    const problem = checkCell(field, pending.values[field.name] ?? null);
    return problem === undefined ? [] : [[field.name, problem] as const];
  });
  const gone = Object.keys(pending.values).filter((column) => fields.every(({ name }) => name !== column));
  const lost = gone.map(
    (column) => [column, `There is no column ${column} any more. Revert the row.`] as const,
  );
  return Object.fromEntries([...found, ...lost]);
}
