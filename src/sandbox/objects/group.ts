/** Group: subscribers who were picked out. Its texts were never recorded and follow the pattern of the others. */
import { ownedBy } from '../org/collection.ts';
import { membersOf, type Group } from '../org/group.ts';
import type { Org } from '../org/org.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, Write } from './apiObject.ts';
import { itemNamed, rootFolder, subscriberNamed } from './named.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

export const group: ApiObject = {
  type: 'Group',
  retrieve: ({ org, accounts }) =>
    catalogueRows<Group>({
      type: 'Group',
      scan: (from, visit) => scanInOrder(ownedBy(org.groups.all(), accounts), from, visit),
      values: {
        ID: (each) => each.id,
        ObjectID: (each) => each.objectId,
        Name: (each) => each.name,
        Description: (each) => each.description,
        Category: (each) => each.folderId,
        'Client.ID': (each) => each.mid,
        CreatedDate: (each) => new Date(each.createdAt),
        ModifiedDate: (each) => new Date(each.modifiedAt),
      },
    }),
  create,
  delete: remove,
};

/** Members are the subscribers that are named, and everybody who is there when none is. */
function create(write: Write): Outcome {
  const { org, account, object, now } = write;
  const name = object.text('Name', '');
  if (name === '') return refused(2, 'The name of the group is required.', object);
  if (org.groups.find(account.mid, 'name', name) !== undefined) {
    return refused(1, `The group name ${name} is already in use.`, object);
  }
  const named = object.structs('Subscribers').map((struct) => subscriberNamed(write, struct));
  if (named.includes(undefined)) return refused(12_001, 'A subscriber of the group was not found.', object);
  const everybody = [...org.subscribers.all()].filter(({ mid }) => mid === account.mid);
  const members = named.length === 0 ? everybody : named.filter((each) => each !== undefined);
  const made: Group = {
    mid: account.mid,
    id: org.nextId('list'),
    objectId: org.random.guid(),
    name,
    description: object.text('Description', ''),
    folderId: object.number('Category') ?? rootFolder(write, 'list') ?? 0,
    rule: undefined,
    members: members.map(({ key }) => key),
    createdAt: now,
    modifiedAt: now,
  };
  org.groups.add(made);
  const echo = echoOf(object, { ID: made.id, ObjectID: made.objectId, Subscribers: undefined });
  return { ok: true, message: 'Group created', newId: made.id, newObjectId: made.objectId, echo };
}

function remove(write: Write): Outcome {
  const found = itemNamed(write.org.groups, write, write.object, { ID: 'id', ObjectID: 'objectId' } as const);
  if (found === undefined) return refused(3, 'The group was not found.', write.object);
  write.org.groups.remove(found);
  return { ok: true, message: 'Group deleted', echo: write.object };
}

/** How long a refresh takes. */
const refreshing = 5000;

/** Picks the members of a group anew; it takes a moment. */
export function refreshGroup(org: Org, found: Group, now: number): void {
  org.plan({
    at: now + refreshing,
    work: (at) => {
      found.members = [...membersOf(found, org.subscribers.all())];
      found.modifiedAt = at;
    },
  });
}
