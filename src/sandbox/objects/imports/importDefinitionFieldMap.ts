/**
 * ImportDefinitionFieldMap: which column of a file an import definition puts where. Its Item is the source, by its name
 * or its place: so the classes of the service call a choice between two elements (inferred).
 */
import { ownedBy } from '../../org/collection.ts';
import type { KeptObject } from '../../org/kept.ts';
import { guidOf, hashText } from '../../random.ts';
import { catalogueRows } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from '../apiObject.ts';
import { fieldMaps, type FieldMap } from './mapping.ts';

interface Row extends FieldMap {
  readonly definition: KeptObject;
}

export const importDefinitionFieldMap: ApiObject = {
  type: 'ImportDefinitionFieldMap',
  retrieve: (scope) =>
    catalogueRows<Row>({
      type: 'ImportDefinitionFieldMap',
      scan: (from, visit) => scanInOrder(mapsIn(scope), from, visit),
      values: {
        ObjectID: ({ definition, name }) => guidOf(hashText(0x0f, definition.objectId), hashText(0, name)),
        CustomerKey: ({ definition }) => definition.key,
        'Client.ClientID1': ({ definition }) => definition.mid,
        DestinationName: ({ name }) => name,
        Item: ({ source, ordinal }) => (ordinal === undefined ? source : String(ordinal)),
      },
      members: {
        Item: ({ source, ordinal }) =>
          ordinal === undefined ? { SourceName: source } : { SourceOrdinal: ordinal },
      },
    }),
};

function* mapsIn({ org, accounts }: RetrieveScope): Iterable<Row> {
  for (const definition of ownedBy(org.kept.of('ImportDefinition').all(), accounts)) {
    for (const map of fieldMaps(definition.content)) yield { ...map, definition };
  }
}
