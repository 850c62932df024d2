/** PrivateIP: the addresses that a sender's mail goes out from. The service gives them; nobody creates one. */
import type { PrivateIP } from '../../org/privateIPs.ts';
import { ownedBy } from '../../org/collection.ts';
import { catalogueRows } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import type { ApiObject } from '../apiObject.ts';
import { refused } from '../outcome.ts';

export const privateIP: ApiObject = {
  type: 'PrivateIP',
  retrieve: ({ org, accounts }) =>
    catalogueRows<PrivateIP>({
      type: 'PrivateIP',
      scan: (from, visit) => scanInOrder(ownedBy(org.privateIPs, accounts), from, visit),
      values: {
        ID: ({ id }) => id,
        CreatedDate: ({ createdAt }) => new Date(createdAt),
        'Client.ID': ({ mid }) => mid,
        Name: ({ name }) => name,
        Description: ({ description }) => description,
        IsActive: () => true,
        OrdinalID: ({ ordinal }) => ordinal,
        IPAddress: ({ address }) => address,
      },
    }),
  seed: ({ org, account, object, now }) => {
    const address = object.text('IPAddress', '');
    if (address === '') return refused(2, 'IPAddress is required.', object);
    const ordinal = org.privateIPs.filter(({ mid }) => mid === account.mid).length + 1;
    org.privateIPs.push({
      mid: account.mid,
      id: org.nextId('kept'),
      name: object.text('Name', address),
      description: object.text('Description', ''),
      ordinal,
      address,
      createdAt: now,
    });
    return { ok: true, message: 'PrivateIP created' };
  },
};
