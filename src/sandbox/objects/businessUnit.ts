/** BusinessUnit: the enterprise and its business units. All of them are seen with QueryAllAccounts alone (observed). */
import type { Account } from '../org/account.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import { createAccount, deleteAccount, updateAccount } from './admin/accountWrites.ts';
import { accountValues } from './accountValues.ts';
import type { ApiObject } from './apiObject.ts';

export const businessUnit: ApiObject = {
  type: 'BusinessUnit',
  retrieve: ({ accounts }) =>
    catalogueRows<Account>({
      type: 'BusinessUnit',
      scan: (from, visit) => scanInOrder(accounts.filter(isBusinessUnit), from, visit),
      values: {
        ...accountValues,
        'Client.ID': (account) => account.mid,
        Description: (account) => account.description,
        MasterUnsubscribeBehavior: (account) => account.unsubscribeBehavior,
      },
    }),
  create: createAccount,
  update: updateAccount,
  delete: deleteAccount,
};

/** The enterprise is one too; clients of an agency are none. */
function isBusinessUnit({ type }: Account): boolean {
  return type === 'ENTERPRISE_2' || type === 'BUSINESS_UNIT';
}
