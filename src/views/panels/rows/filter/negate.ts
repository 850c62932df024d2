/** The opposite of a filter, since the API has no NOT. */
import type { FilterNode } from '../../../../shared/rowFilter.ts';

/** Each operator with the one that means its opposite. */
const opposites: ReadonlyMap<string, string> = new Map(
  (
    [
      ['equals', 'notEquals'],
      ['greaterThan', 'lessThanOrEqual'],
      ['lessThan', 'greaterThanOrEqual'],
      ['isNull', 'isNotNull'],
      ['contains', 'notContains'],
      ['existsInString', 'notExistsInString'],
      ['isAnniversary', 'isNotAnniversary'],
    ] as const
  ).flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

/** Undefined when something in it has no opposite. */
export function negated(node: FilterNode): FilterNode | undefined {
  if ('logic' in node) {
    const items = node.items.map(negated);
    if (items.includes(undefined)) return undefined;
    return { logic: node.logic === 'AND' ? 'OR' : 'AND', items: items.filter((item) => item !== undefined) };
  }
  const { column, operator, values } = node;
  const [low = '', high = ''] = values;
  if (operator === 'between') {
    return {
      logic: 'OR',
      items: [
        { column, operator: 'lessThan', values: [low] },
        { column, operator: 'greaterThan', values: [high] },
      ],
    };
  }
  if (operator === 'IN') {
    const items = values.map((value) => ({ column, operator: 'notEquals', values: [value] }));
    const [only] = items;
    return items.length === 1 ? only : { logic: 'AND', items };
  }
  const opposite = opposites.get(operator);
  return opposite === undefined ? undefined : { column, operator: opposite, values };
}
