/** TimeZone: what users and accounts can have as their time zone. */
import { timeZones, type TimeZone } from '../../org/timeZones.ts';
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
