/** TimeZone: what users and accounts can have as their time zone. */
import type { ApiStruct } from '../../message/value.ts';
import { serverZone, timeZones, type TimeZone } from '../../org/timeZones.ts';
import { catalogueRows } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import type { ApiObject } from '../apiObject.ts';

export const timeZone: ApiObject = {
  type: 'TimeZone',
  retrieve: () =>
    catalogueRows<TimeZone>({
      type: 'TimeZone',
      scan: (from, visit) => scanInOrder(timeZones, from, visit),
      values: { ID: ({ id }) => id, Name: ({ name }) => name },
    }),
};

/**
 * The time zone that a structure names, that of the service by default. An ID goes before a name; that and the codes
 * are documented.
 */
export function timeZoneNamed(
  struct: ApiStruct | undefined,
  otherwise = serverZone,
): TimeZone | { readonly code: number; readonly text: string } {
  const id = struct?.number('ID');
  const name = struct?.text('Name', '').toLowerCase() ?? '';
  if (id === undefined && name === '') return otherwise;
  const found = timeZones.find((each) =>
    id === undefined ? each.name.toLowerCase() === name : each.id === id,
  );
  if (found !== undefined) return found;
  return id === undefined
    ? { code: 389_002, text: 'The Name of the TimeZone is not valid.' }
    : { code: 389_000, text: 'The ID of the TimeZone is not valid.' };
}
