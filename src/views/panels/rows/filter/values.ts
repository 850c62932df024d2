/** Values of a filter by the type of their column: what can be compared, and what is sent for it. */
import type { FilterCondition } from '../../../../shared/rowFilter.ts';
import type { FilterValue } from '../../../../soap/pure.ts';
import { filterOperators } from '../../../../shared/rowFilter.ts';
import { dateOfCell } from '../cellDate.ts';
import type { RowField } from '../rowField.ts';

/** Operators that compare texts, whatever the column holds. */
const textOperators = /InString|Contains|contains|beginsWith|endsWith/;

/** What the service is sent for a value; undefined when the column could not hold it. */
export function filterValue(text: string, field: RowField, operator: string): FilterValue | undefined {
  if (textOperators.test(operator)) return text;
  switch (field.kind) {
    case 'number':
      return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text.trim()) ? text.trim() : undefined;
    case 'date':
      return dateOfCell(text);
    case 'boolean':
      return booleanText(text);
    case 'text':
      return text;
  }
}

function booleanText(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (['true', '1', 'yes'].includes(word)) return 'True';
  return ['false', '0', 'no'].includes(word) ? 'False' : undefined;
}

/** Why the condition cannot be sent; undefined when it can. */
export function conditionProblem({ operator, values }: FilterCondition, field: RowField): string | undefined {
  const known = filterOperators.find(({ name }) => name === operator);
  if (known === undefined) return `${operator} is no operator for rows.`;
  if (known.datesOnly === true && field.kind !== 'date')
    return `${operator} needs a column of dates; ${field.name} holds ${field.type}.`;
  const wanted = known.values === 'some' ? Math.max(1, values.length) : known.values;
  if (values.length !== wanted)
    return `${known.label} needs ${String(wanted)} ${wanted === 1 ? 'value' : 'values'}.`;
  const bad = values.find((value) => filterValue(value, field, operator) === undefined);
  return bad === undefined
    ? undefined
    : `“${bad}” is not ${kindNames[field.kind]}, which ${field.name} holds.`;
}

const kindNames = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date, such as 2024-01-31 or 1/31/2024 2:05:00 PM (server time unless it ends in Z or an offset)',
} as const;
