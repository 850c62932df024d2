/** Turns the filter of a person into one of the API, for the rows of one data extension. */
import type { FilterNode } from '../../../../shared/rowFilter.ts';
import { and, or, simpleOperators, where, whereAnyOf, type Filter } from '../../../../soap/pure.ts';
import type { RowField } from '../rowField.ts';
import { conditionProblem, filterValue } from './values.ts';

export type CompiledFilter = { readonly filter: Filter } | { readonly problem: string };

export function compileFilter(node: FilterNode, fields: readonly RowField[]): CompiledFilter {
  if (!('logic' in node)) return compileCondition(node, fields);
  if (node.items.length === 0) return { problem: 'A group without conditions filters nothing: remove it.' };
  const filters: Filter[] = [];
  for (const item of node.items) {
    const compiled = compileFilter(item, fields);
    if ('problem' in compiled) return compiled;
    filters.push(compiled.filter);
  }
  return { filter: node.logic === 'AND' ? and(...filters) : or(...filters) };
}

function compileCondition(
  condition: Exclude<FilterNode, { logic: unknown }>,
  fields: readonly RowField[],
): CompiledFilter {
  const field = fields.find(({ name }) => name === condition.column);
  if (field === undefined) return { problem: `There is no column ${condition.column}.` };
  const operator = simpleOperators.find((name) => name === condition.operator);
  const problem = conditionProblem(condition, field);
  if (problem !== undefined || operator === undefined) return { problem: problem ?? 'Unknown operator.' };
  const values = condition.values.flatMap((value) => filterValue(value, field, operator) ?? []);
  return {
    filter: operator === 'IN' ? whereAnyOf(field.name, values) : where(field.name, operator, ...values),
  };
}
