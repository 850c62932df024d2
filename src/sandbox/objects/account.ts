/** Account: the account that asks, and no other (observed). */
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import { createAccount, deleteAccount, updateAccount } from './admin/accountWrites.ts';
import { accountValues } from './accountValues.ts';
import type { ApiObject } from './apiObject.ts';

export const account: ApiObject = {
  type: 'Account',
  retrieve: ({ caller }) =>
    catalogueRows({
      type: 'Account',
      scan: (from, visit) => scanInOrder([caller], from, visit),
      values: accountValues,
    }),
  create: createAccount,
  update: updateAccount,
  delete: deleteAccount,
};
