/** Program: automations under their older name, which the service still takes though the schema lacks it (recorded). */
import { ownedBy } from '../../org/collection.ts';
import type { KeptObject } from '../../org/kept.ts';
import { looseRows } from '../../retrieve/looseRows.ts';
import type { ApiObject } from '../apiObject.ts';

export const program: ApiObject = {
  type: 'Program',
  retrieve: ({ org, accounts }) =>
    looseRows<KeptObject>({
      type: 'Program',
      form: 'elements',
      items: () => ownedBy(org.kept.of('Automation').all(), accounts),
      values: {
        ObjectID: ['text', ({ objectId }) => objectId],
        CustomerKey: ['text', ({ key }) => key],
        Name: ['text', ({ name }) => name],
      },
    }),
};
