/** What is known of a data extension before anything of it is written: whether it can be at all. */
import type { SoapClient } from '../../../soap/index.ts';
import { numberAt, where, whereAnyOf } from '../../../soap/pure.ts';
import { askedOf, type DataExtensionId } from '../../trees/dataExtensions/dataExtension.ts';

export interface Standing {
  /** Its rows come from the CRM, and are changed there alone. */
  readonly isSynchronised: boolean;
  /** The token may write to data extensions, as far as it says what it may. */
  readonly mayWrite: boolean;
}

/** Kinds of folders whose data extensions the CRM fills. */
const synchronisedFolders = [
  'synchronizeddataextension',
  'salesforcedataextension',
  'shared_salesforcedataextension',
];

const writeScope = 'data_extensions_write';

/**
 * Never throws: what cannot be found out is taken for ordinary, and the service says no to a write then.
 * @param before what was found out earlier: where a data extension comes from never changes
 */
export async function readStanding(
  client: SoapClient,
  target: DataExtensionId,
  before: Standing | undefined,
): Promise<Standing> {
  const [isSynchronised, scopes] = await Promise.all([
    before?.isSynchronised ?? isInSynchronisedFolder(client, target).catch(() => false),
    client.scopes().catch((): readonly string[] => []),
  ]);
  return { isSynchronised, mayWrite: scopes.length === 0 || scopes.includes(writeScope) };
}

async function isInSynchronisedFolder(client: SoapClient, target: DataExtensionId): Promise<boolean> {
  const place = askedOf(target);
  const [extensions, folders] = await Promise.all([
    client.retrieveAll({
      ...place,
      objectType: 'DataExtension',
      properties: ['CategoryID'],
      filter: where('CustomerKey', 'equals', target.key),
    }),
    client.retrieveAll({
      ...place,
      objectType: 'DataFolder',
      properties: ['ID'],
      filter: whereAnyOf('ContentType', synchronisedFolders),
    }),
  ]);
  const ids = new Set(folders.map((folder) => numberAt(folder, 'ID')));
  return extensions.some((extension) => ids.has(numberAt(extension, 'CategoryID')));
}
