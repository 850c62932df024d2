/** Filters of a retrieve: how they are built, and how they are written. */
import { MarketingCloudError } from '../errors.ts';
import { escapeText } from './text.ts';

/** The operators of a simple filter, in the order of the schema. */
export const simpleOperators = [
  'equals',
  'notEquals',
  'greaterThan',
  'lessThan',
  'isNull',
  'isNotNull',
  'greaterThanOrEqual',
  'lessThanOrEqual',
  'between',
  'IN',
  'like',
  'existsInString',
  'existsInStringAsAWord',
  'notExistsInString',
  'beginsWith',
  'endsWith',
  'contains',
  'notContains',
  'isAnniversary',
  'isNotAnniversary',
  'greaterThanAnniversary',
  'lessThanAnniversary',
] as const;
export type SimpleOperator = (typeof simpleOperators)[number];

/** A value to compare with. A Date is sent as an instant in UTC. */
export type FilterValue = string | number | boolean | Date;

export interface SimpleFilter {
  readonly property: string;
  readonly operator: SimpleOperator;
  readonly values: readonly FilterValue[];
}

export interface ComplexFilter {
  readonly logic: 'AND' | 'OR';
  /** At least two. */
  readonly operands: readonly Filter[];
  /** Writes the operands after the second as AdditionalOperands, for objects that are known to take them. */
  readonly flat?: boolean;
}

/** What carries these tags. */
export interface TagFilter {
  readonly tags: readonly string[];
}

export type Filter = SimpleFilter | ComplexFilter | TagFilter;

/** `where('Name', 'equals', 'x')`; `between` takes two values, `IN` two or more, `isNull` and `isNotNull` none. */
export function where(
  property: string,
  operator: SimpleOperator,
  ...values: readonly FilterValue[]
): SimpleFilter {
  return { property, operator, values };
}

/** `IN` needs two values or more; one value is the same as `equals`. */
export function whereAnyOf(property: string, values: readonly FilterValue[]): SimpleFilter {
  return { property, operator: values.length === 1 ? 'equals' : 'IN', values };
}

export function and(...operands: readonly Filter[]): Filter {
  return combine('AND', operands);
}

export function or(...operands: readonly Filter[]): Filter {
  return combine('OR', operands);
}

function combine(logic: ComplexFilter['logic'], operands: readonly Filter[]): Filter {
  const [only] = operands;
  return operands.length === 1 && only !== undefined ? only : { logic, operands };
}

/**
 * Writes a filter as the element `name`, e.g. `Filter`. More than two operands are nested to the right, which every
 * object is known to take, unless they are to be `flat`: few are known to take AdditionalOperands.
 * @throws MarketingCloudError `invalid-request` when the number of values or operands does not fit.
 */
export function writeFilter(filter: Filter, name = 'Filter'): string {
  if ('tags' in filter) return writeTags(filter, name);
  return 'logic' in filter ? writeComplex(filter, name) : writeSimple(filter, name);
}

function writeComplex(filter: ComplexFilter, name: string): string {
  const [left, right, ...rest] = filter.operands;
  if (left === undefined || right === undefined) {
    throw new MarketingCloudError('invalid-request', `A filter with ${filter.logic} needs two operands.`);
  }
  const isFlat = filter.flat === true || rest.length === 0;
  const others = isFlat ? right : { logic: filter.logic, operands: [right, ...rest] };
  const additional = isFlat ? rest.map((operand) => writeFilter(operand, 'Operand')).join('') : '';
  return (
    `<${name} xsi:type="ComplexFilterPart">${writeFilter(left, 'LeftOperand')}` +
    `<LogicalOperator>${filter.logic}</LogicalOperator>${writeFilter(others, 'RightOperand')}` +
    `${additional === '' ? '' : `<AdditionalOperands>${additional}</AdditionalOperands>`}</${name}>`
  );
}

function writeTags({ tags }: TagFilter, name: string): string {
  const content = tags.map((tag) => `<Tag>${escapeText(tag)}</Tag>`).join('');
  return `<${name} xsi:type="TagFilterPart"><Tags>${content}</Tags></${name}>`;
}

function writeSimple(filter: SimpleFilter, name: string): string {
  checkValues(filter);
  const values = filter.values
    .map((value) =>
      value instanceof Date
        ? `<DateValue>${value.toISOString()}</DateValue>`
        : `<Value>${escapeText(String(value))}</Value>`,
    )
    .join('');
  return (
    `<${name} xsi:type="SimpleFilterPart"><Property>${escapeText(filter.property)}</Property>` +
    `<SimpleOperator>${filter.operator}</SimpleOperator>${values}</${name}>`
  );
}

function checkValues({ operator, property, values }: SimpleFilter): void {
  const [least, most] = valueCounts(operator);
  if (values.length >= least && values.length <= most) return;
  const wanted = least === most ? String(least) : `at least ${String(least)}`;
  throw new MarketingCloudError(
    'invalid-request',
    `The operator ${operator} on ${property} needs ${wanted} value${least === 1 ? '' : 's'}, not ${String(values.length)}.`,
  );
}

function valueCounts(operator: SimpleOperator): readonly [number, number] {
  if (operator === 'isNull' || operator === 'isNotNull') return [0, 0];
  if (operator === 'between') return [2, 2];
  return operator === 'IN' ? [2, Infinity] : [1, 1];
}
