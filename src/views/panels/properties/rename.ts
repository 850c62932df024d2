/** Gives the object of a node another name, where the API takes one; its key stays as it is. */
import type { ObjectResult, SoapClient } from '../../../soap/index.ts';
import type { NodeSubject } from '../../trees/treeNode.ts';
import { objectOf } from './objects.ts';

/** True for nodes whose object can be given another name. */
export function canRename(subject: NodeSubject): boolean {
  return objectOf(subject)?.named !== undefined;
}

/**
 * @returns what the service says of it; undefined when the object is gone
 * @throws MarketingCloudError
 */
export async function rename(
  client: Pick<SoapClient, 'retrieveAll' | 'update'>,
  subject: NodeSubject,
  name: string,
): Promise<ObjectResult | undefined> {
  const { objectType, filter, named, update } = objectOf(subject) ?? {};
  if (objectType === undefined || filter === undefined || named === undefined || update === undefined)
    throw new Error(`A ${subject.kind} has no name of its own.`);
  // A field is known by its ObjectID while its name changes, and no update is to make what was deleted meanwhile.
  const [loaded] = await client.retrieveAll({
    objectType,
    properties: ['ObjectID', named],
    filter: filter({}),
  });
  if (loaded === undefined) return undefined;
  const { results } = await client.update([update({ [named]: name }, loaded)]);
  return results[0];
}
