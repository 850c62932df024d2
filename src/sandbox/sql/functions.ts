/** The functions of queries, by their names in capitals. */
import { dateFunctions } from './dateFunctions.ts';
import { numberFunctions } from './numberFunctions.ts';
import type { SqlFunction } from './sqlFunction.ts';
import { textFunctions } from './textFunctions.ts';
import { compare, type Value } from './values.ts';

const firstPresent = (values: readonly Value[]): Value => values.find((value) => value !== null) ?? null;

export const functions: ReadonlyMap<string, SqlFunction> = new Map<string, SqlFunction>([
  ...dateFunctions,
  ...numberFunctions,
  ...textFunctions,
  ['COALESCE', { type: 'first', count: [2, 254], call: firstPresent }],
  ['ISNULL', { type: 'first', count: [2, 2], call: firstPresent }],
  [
    'NULLIF',
    {
      type: 'first',
      count: [2, 2],
      call: ([first = null, second = null]) => (compare(first, second) === 0 ? null : first),
    },
  ],
]);
