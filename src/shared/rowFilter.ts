/** The filter of rows as a person builds or writes it, before it becomes one of the API. */

/** A comparison of one column. Values are as they were typed; a date without an offset is in the server's time. */
export interface FilterCondition {
  readonly column: string;
  /** A simple operator of the API, e.g. `greaterThan`. */
  readonly operator: string;
  readonly values: readonly string[];
}

export interface FilterGroup {
  readonly logic: 'AND' | 'OR';
  readonly items: readonly FilterNode[];
}

export type FilterNode = FilterCondition | FilterGroup;

/** How many values an operator takes; `some` is one or more. */
export type ValueCount = 0 | 1 | 2 | 'some';

export interface FilterOperator {
  /** Name in the API. */
  readonly name: string;
  /** What a person chooses in the builder. */
  readonly label: string;
  readonly values: ValueCount;
  /** Only for columns that hold dates. */
  readonly datesOnly?: boolean;
}

/** The operators that rows can be filtered by: all but `like`, which the service refuses for rows. */
export const filterOperators: readonly FilterOperator[] = [
  { name: 'equals', label: '=', values: 1 },
  { name: 'notEquals', label: '≠', values: 1 },
  { name: 'greaterThan', label: '>', values: 1 },
  { name: 'greaterThanOrEqual', label: '≥', values: 1 },
  { name: 'lessThan', label: '<', values: 1 },
  { name: 'lessThanOrEqual', label: '≤', values: 1 },
  { name: 'between', label: 'between', values: 2 },
  { name: 'IN', label: 'in', values: 'some' },
  { name: 'isNull', label: 'is null', values: 0 },
  { name: 'isNotNull', label: 'is not null', values: 0 },
  { name: 'beginsWith', label: 'begins with', values: 1 },
  { name: 'endsWith', label: 'ends with', values: 1 },
  { name: 'contains', label: 'contains', values: 1 },
  { name: 'notContains', label: 'does not contain', values: 1 },
  { name: 'existsInString', label: 'exists in string', values: 1 },
  { name: 'existsInStringAsAWord', label: 'exists as a word', values: 1 },
  { name: 'notExistsInString', label: 'does not exist in string', values: 1 },
  { name: 'isAnniversary', label: 'is anniversary of', values: 1, datesOnly: true },
  { name: 'isNotAnniversary', label: 'is not anniversary of', values: 1, datesOnly: true },
  { name: 'greaterThanAnniversary', label: 'after anniversary of', values: 1, datesOnly: true },
  { name: 'lessThanAnniversary', label: 'before anniversary of', values: 1, datesOnly: true },
];
