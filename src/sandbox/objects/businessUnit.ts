/** BusinessUnit: the enterprise and its business units. All of them are seen with QueryAllAccounts alone (observed). */
import type { Account } from '../org/account.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import { accountValues } from './accountValues.ts';
import type { ApiObject } from './apiObject.ts';

export const businessUnit: ApiObject = {
  type: 'BusinessUnit',
  retrieve: ({ accounts }) =>
    catalogueRows<Account>({
      type: 'BusinessUnit',
      scan: (from, visit) => scanInOrder(accounts, from, visit),
      values: {
        ...accountValues,
        'Client.ID': (account) => account.mid,
        Description: (account) => account.description,
        MasterUnsubscribeBehavior: () => 'ENTIRE_ENTERPRISE',
      },
    }),
};
