/** The 22 simple operators of filters: how many values each takes and when it holds. */
import { monthAndDay } from '../serverTime.ts';
import { likeOf } from '../sql/like.ts';

/** A value ready to be compared: text in lower case, moments and booleans as numbers. */
export type Comparable = string | number;

/**
 * As what an operator sees its values. `typed`: as what the property holds; `text`: as text, whatever it holds;
 * `anniversary`: as the month and day of a date.
 */
export type OperandForm = 'typed' | 'text' | 'anniversary';

export interface Operator {
  readonly form: OperandForm;
  /** How many values it takes; `some` is two or more. An operator without values ignores given ones (documented). */
  readonly values: 0 | 1 | 2 | 'some';
  /** Never called for a property without a value: as in SQL, nothing but `isNull` holds for that. */
  readonly holds: (value: Comparable, operands: readonly Comparable[]) => boolean;
}

type Binary = (value: Comparable, operand: Comparable) => boolean;

const binary = (form: OperandForm, holds: Binary): Operator => ({
  form,
  values: 1,
  holds: (value, [operand]) => operand !== undefined && holds(value, operand),
});
const typed = (holds: Binary): Operator => binary('typed', holds);
const onText = (holds: (value: string, operand: string) => boolean): Operator =>
  binary('text', (value, operand) => holds(String(value), String(operand)));
const onAnniversary = (holds: Binary): Operator => binary('anniversary', holds);

const includes = (value: string, operand: string): boolean => value.includes(operand);

/** By name, in the order of the schema. `isNull` and `isNotNull` are told apart where the value is looked at. */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['equals', typed((value, operand) => value === operand)],
  ['notEquals', typed((value, operand) => value !== operand)],
  ['greaterThan', typed((value, operand) => value > operand)],
  ['lessThan', typed((value, operand) => value < operand)],
  ['isNull', { form: 'typed', values: 0, holds: () => false }],
  ['isNotNull', { form: 'typed', values: 0, holds: () => true }],
  ['greaterThanOrEqual', typed((value, operand) => value >= operand)],
  ['lessThanOrEqual', typed((value, operand) => value <= operand)],
  ['between', { form: 'typed', values: 2, holds: isBetween }],
  ['IN', { form: 'typed', values: 'some', holds: (value, operands) => operands.includes(value) }],
  // Filters come to the database of the service, whose LIKE is the one of queries (inferred).
  ['like', onText((value, operand) => likeOf(value, operand) === true)],
  ['existsInString', onText(includes)],
  ['existsInStringAsAWord', onText(hasWord)],
  ['notExistsInString', onText((value, operand) => !includes(value, operand))],
  ['beginsWith', onText((value, operand) => value.startsWith(operand))],
  ['endsWith', onText((value, operand) => value.endsWith(operand))],
  ['contains', onText(includes)],
  ['notContains', onText((value, operand) => !includes(value, operand))],
  ['isAnniversary', onAnniversary((value, operand) => value === operand)],
  ['isNotAnniversary', onAnniversary((value, operand) => value !== operand)],
  ['greaterThanAnniversary', onAnniversary((value, operand) => value > operand)],
  ['lessThanAnniversary', onAnniversary((value, operand) => value < operand)],
]);

/** The anniversary of a moment, as something to compare. */
export function anniversaryOf(moment: number): Comparable {
  return monthAndDay(moment);
}

/** Both ends belong to the range. */
function isBetween(value: Comparable, [low, high]: readonly Comparable[]): boolean {
  return low !== undefined && high !== undefined && value >= low && value <= high;
}

function hasWord(value: string, word: string): boolean {
  return word !== '' && value.split(/[^\p{L}\p{N}_]+/u).includes(word);
}
