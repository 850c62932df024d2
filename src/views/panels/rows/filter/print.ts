/** Writes a filter as text that reads back as the same filter. */
import type { FilterCondition, FilterNode } from '../../../../shared/rowFilter.ts';
import type { RowField } from '../rowField.ts';
import { toLike } from './like.ts';

export function printFilter(node: FilterNode, fields: readonly RowField[]): string {
  if (!('logic' in node)) return printCondition(node, fields);
  return node.items
    .map((item) => {
      const text = printFilter(item, fields);
      return 'logic' in item && item.items.length > 1 ? `(${text})` : text;
    })
    .join(` ${node.logic} `);
}

const signs: Readonly<Record<string, string>> = {
  equals: '=',
  notEquals: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

function printCondition({ column, operator, values }: FilterCondition, fields: readonly RowField[]): string {
  const kind = fields.find(({ name }) => name === column)?.kind ?? 'text';
  const name = columnName(column);
  const like = toLike(operator, values[0] ?? '');
  if (like !== undefined)
    return `${name} ${operator === 'notContains' ? 'NOT LIKE' : 'LIKE'} ${quoted(like)}`;
  const printed = values.map((value) => printValue(value, kind));
  const phrase = phrases[operator];
  return phrase === undefined
    ? `${name} ${signs[operator] ?? operator} ${printed.join(' ')}`
    : `${name} ${phrase(printed)}`;
}

/** Operators that are more than a sign before one value. */
const phrases: Readonly<Record<string, (values: readonly string[]) => string>> = {
  isNull: () => 'IS NULL',
  isNotNull: () => 'IS NOT NULL',
  between: (values) => `BETWEEN ${values.join(' AND ')}`,
  IN: (values) => `IN (${values.join(', ')})`,
};

const keywords = /^(?:and|or|not)$/i;

function columnName(column: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(column) && !keywords.test(column);
  return isPlain ? column : `[${column.replaceAll(']', ']]')}]`;
}

function printValue(value: string, kind: RowField['kind']): string {
  if (kind === 'number' && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value)) return value;
  if (kind === 'boolean' && /^(?:true|false)$/i.test(value)) return value.toUpperCase();
  return quoted(value);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
