/**
 * FileTransferLocation: where imports find their files. Describe says nothing of it and the schema gives it no member of
 * its own; whether the real service can retrieve it is not known.
 */
import { catalogueRows } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import type { Account } from '../../org/account.ts';
import type { ApiObject } from '../apiObject.ts';

/** The Import folder of the account's FTP; its key is documented. */
export const fileLocation = {
  key: 'ExactTarget Enhanced FTP',
  objectId: '5b3c8f70-4a1d-4e2b-a6c9-0d1e2f3a4b5c',
} as const;

export const fileTransferLocation: ApiObject = {
  type: 'FileTransferLocation',
  retrieve: ({ accounts }) =>
    catalogueRows<Account>({
      type: 'FileTransferLocation',
      retrievable: ['ObjectID', 'CustomerKey', 'Client.ID'],
      scan: (from, visit) => scanInOrder(accounts, from, visit),
      values: {
        ObjectID: () => fileLocation.objectId,
        CustomerKey: () => fileLocation.key,
        'Client.ID': ({ mid }) => mid,
      },
    }),
};
