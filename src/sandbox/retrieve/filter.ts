/** The filter of a retrieve: from FilterPart structures to a test of rows. */
import type { ApiStruct } from '../message/value.ts';
import { conditionOf } from './condition.ts';
import type { Rows } from './rows.ts';

/** True for the rows that are wanted. */
export type Predicate = (item: unknown) => boolean;

/** Recorded for filters that are only half there. */
const halfFilled = 'Object reference not set to an instance of an object.';

/** Prepares a filter for these rows, or says in a sentence why there is none. */
export function predicateOf(rows: Rows, part: ApiStruct): Predicate | string {
  if (part.type === 'SimpleFilterPart') return simple(rows, part);
  if (part.type === 'ComplexFilterPart') return complex(rows, part);
  // Recorded for an operand without xsi:type; for a TagFilterPart it is inferred.
  return `Unknown filter of type ${part.type} encountered`;
}

function simple(rows: Rows, part: ApiStruct): Predicate | string {
  const name = part.text('Property');
  const operator = part.text('SimpleOperator');
  if (name === undefined || operator === undefined) return halfFilled;
  const property = rows.property(name);
  if (property === undefined) return `Invalid column name '${name}'.`;
  if (property.refuses?.includes(operator) === true) {
    // The documentation says that it is not supported; the words are inferred.
    return `The ${operator} operator is not supported for this object.`;
  }
  const condition = conditionOf(property.kind, operator, valuesOf(part));
  if (typeof condition === 'string') return condition;
  return (item) => condition(property.value(item));
}

function complex(rows: Rows, part: ApiStruct): Predicate | string {
  const operator = part.text('LogicalOperator');
  if (operator === undefined) return halfFilled;
  const parts = operandsOf(part);
  // What the server's SQL says when one side is missing (recorded).
  if (parts.length < 2) return `Incorrect syntax near the keyword '${operator}'.`;
  const predicates: Predicate[] = [];
  for (const operand of parts) {
    const predicate = predicateOf(rows, operand);
    if (typeof predicate === 'string') return predicate;
    predicates.push(predicate);
  }
  return operator === 'AND'
    ? (item) => predicates.every((predicate) => predicate(item))
    : (item) => predicates.some((predicate) => predicate(item));
}

function operandsOf(part: ApiStruct): readonly ApiStruct[] {
  const additional = part.struct('AdditionalOperands')?.structs('Operand') ?? [];
  return [...part.structs('LeftOperand'), ...part.structs('RightOperand'), ...additional];
}

/** Dates may stand in Value as well as in DateValue. */
function valuesOf(part: ApiStruct): readonly string[] {
  return [...part.texts('Value'), ...part.texts('DateValue')];
}

/** A filter as a text that another one of the same conditions has too. */
export function writtenFilter(part: ApiStruct): string {
  const own = ['Property', 'SimpleOperator', 'LogicalOperator'].map((name) => part.text(name) ?? '');
  return JSON.stringify([part.type, ...own, valuesOf(part), operandsOf(part).map(writtenFilter)]);
}

/** True when a condition of a filter is about this property. */
export function mentions(part: ApiStruct, property: string): boolean {
  return (
    part.text('Property') === property || operandsOf(part).some((operand) => mentions(operand, property))
  );
}

/**
 * The values that a filter allows a property to have, in lower case; undefined when it does not name them all. Rows
 * with other values need not be looked at.
 */
export function allowedValues(part: ApiStruct, property: string): readonly string[] | undefined {
  if (part.type === 'SimpleFilterPart') {
    const names =
      part.text('Property') === property && ['equals', 'IN'].includes(part.text('SimpleOperator', ''));
    return names ? valuesOf(part).map((value) => value.trim().toLowerCase()) : undefined;
  }
  if (part.type !== 'ComplexFilterPart') return undefined;
  const allowed = operandsOf(part).map((operand) => allowedValues(operand, property));
  if (part.text('LogicalOperator') === 'AND') return allowed.find((values) => values !== undefined);
  const known = allowed.filter((values) => values !== undefined);
  return known.length === allowed.length ? known.flat() : undefined;
}
