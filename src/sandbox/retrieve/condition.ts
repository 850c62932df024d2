/** One condition of a filter: an operator and its values against a property of a known kind. */
import { parseDate } from '../serverTime.ts';
import { anniversaryOf, operators, type Comparable, type Operator } from './operators.ts';
import type { Scalar, ValueKind } from './rows.ts';

/** True for a value that meets the condition. */
export type Condition = (value: Scalar) => boolean;

/** How a condition that cannot be converted names the type, as SQL Server would. */
const sqlTypes: Readonly<Record<ValueKind, string>> = {
  text: 'nvarchar',
  number: 'int',
  boolean: 'bit',
  date: 'datetime',
};

/**
 * Prepares a condition, or says in a sentence why there is none.
 * The sentence for missing values is recorded; the others are inferred from it and from the SQL that shines through
 * elsewhere.
 */
export function conditionOf(
  kind: ValueKind,
  operatorName: string,
  values: readonly string[],
): Condition | string {
  const operator = operators.get(operatorName);
  if (operator === undefined) return `Unknown operator ${operatorName} encountered`;
  if (operatorName === 'isNull') return (value) => value === null;
  const wrongCount = checkCount(operatorName, operator, values.length);
  if (wrongCount !== undefined) return wrongCount;
  const convert = converter(kind, operator);
  if (convert === undefined)
    return `Invalid argument for the ${operatorName} operator. The property is not a date.`;
  const operands = values.slice(0, operator.values === 0 ? 0 : undefined).map(convert);
  const bad = operands.indexOf(undefined);
  if (bad !== -1) {
    return `Conversion failed when converting the value '${values[bad] ?? ''}' to data type ${sqlTypes[kind]}.`;
  }
  const known = operands.filter((operand) => operand !== undefined);
  return (value) => {
    const comparable = value === null ? undefined : convert(value);
    return comparable !== undefined && operator.holds(comparable, known);
  };
}

function checkCount(name: string, operator: Operator, count: number): string | undefined {
  if (operator.values === 0) return undefined;
  if (count === 0) return `Invalid argument for the ${name} operator. Filter array cannot be null.`;
  // A public tool found that IN fails with a single value.
  const wanted = operator.values === 'some' ? Math.max(2, count) : operator.values;
  if (count === wanted) return undefined;
  return `Invalid argument for the ${name} operator. Filter array must contain ${operator.values === 'some' ? 'two or more values' : `${String(wanted)} value(s)`}.`;
}

/** How values are made comparable for an operator; undefined when the operator does not suit the kind. */
function converter(
  kind: ValueKind,
  operator: Operator,
): ((value: Scalar) => Comparable | undefined) | undefined {
  if (operator.form === 'text') return (value) => plainText(value).toLowerCase();
  if (operator.form === 'typed') return byKind[kind];
  if (kind !== 'date') return undefined;
  return (value) => {
    const moment = byKind.date(value);
    return moment === undefined ? undefined : anniversaryOf(moment);
  };
}

const byKind = {
  text: (value: Scalar): string => plainText(value).toLowerCase(),
  number: (value: Scalar): number | undefined => {
    const number = typeof value === 'number' ? value : Number(plainText(value).trim() || 'none');
    return Number.isFinite(number) ? number : undefined;
  },
  boolean: (value: Scalar): number | undefined => {
    if (typeof value === 'boolean') return Number(value);
    const index = ['false', 'true', '0', '1'].indexOf(plainText(value).trim().toLowerCase());
    return index === -1 ? undefined : index % 2;
  },
  date: (value: Scalar): number | undefined =>
    value instanceof Date ? value.getTime() : parseDate(plainText(value)),
} as const;

function plainText(value: Scalar): string {
  return value instanceof Date ? value.toISOString() : String(value ?? '');
}
