/** List: lists of subscribers, publication lists among them. */
import { ownedBy } from '../org/collection.ts';
import type { List } from '../org/people.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, Write } from './apiObject.ts';
import { listNamed } from './named.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

export const list: ApiObject = {
  type: 'List',
  retrieve: ({ org, accounts }) =>
    catalogueRows({
      type: 'List',
      scan: (from, visit) => scanInOrder(ownedBy(org.lists.all(), accounts), from, visit),
      values,
    }),
  create: (write) =>
    isUpsert(write) && listNamed(write, write.object) !== undefined ? change(write) : make(write),
  update: (write) =>
    isUpsert(write) && listNamed(write, write.object) === undefined ? make(write) : change(write),
  delete: remove,
};

const values: RowsDescription<List>['values'] = {
  ID: (each) => each.id,
  ObjectID: (each) => each.objectId,
  CustomerKey: (each) => each.key,
  ListName: (each) => each.name,
  Description: (each) => each.description,
  Category: (each) => each.folderId,
  Type: (each) => each.type,
  ListClassification: (each) => each.classification,
  CreatedDate: (each) => new Date(each.createdAt),
  ModifiedDate: (each) => new Date(each.modifiedAt),
  'Client.ID': (each) => each.mid,
};

/** Create and Update with this save option do what is needed (documented for lists). */
function isUpsert({ saveAction }: Write): boolean {
  return saveAction === 'UpdateAdd';
}

/** Documented, as is the code. */
const longestName = 50;

/** Messages of lists were never recorded: these follow the pattern of the others. The codes are documented. */
function make(write: Write): Outcome {
  const { org, account, object, now } = write;
  const name = object.text('ListName', '');
  const folderId = folderOf(write);
  const problem = nameProblem(name) ?? (folderId === undefined ? badCategory : undefined);
  if (problem !== undefined || folderId === undefined) return { ...(problem ?? badCategory), echo: object };
  const key = object.text('CustomerKey') ?? `${name} - ${String(folderId)}`;
  if (org.lists.find(account.mid, 'key', key) !== undefined) {
    return refused(1, `The CustomerKey ${key} is already in use.`, object);
  }
  const made: List = {
    mid: account.mid,
    id: org.nextId('list'),
    objectId: org.random.guid(),
    key,
    name,
    description: object.text('Description', ''),
    folderId,
    type: object.text('Type', 'Private'),
    classification: object.text('ListClassification', 'ExactTargetList'),
    members: new Map(),
    createdAt: now,
    modifiedAt: now,
  };
  org.lists.add(made);
  const echo = echoOf(object, { ID: made.id, CustomerKey: key });
  return { ok: true, message: 'List created', newId: made.id, newObjectId: made.objectId, echo };
}

function change(write: Write): Outcome {
  const { org, object, now } = write;
  const found = listNamed(write, write.object);
  if (found === undefined) return refused(13000, 'The list does not exist.', object);
  const name = object.text('ListName', found.name);
  const folderId = object.has('Category') ? folderOf(write) : found.folderId;
  const problem = nameProblem(name) ?? (folderId === undefined ? badCategory : undefined);
  if (problem !== undefined) return { ...problem, echo: object };
  org.lists.update(found, () => {
    found.name = name;
    found.description = object.text('Description', found.description);
    found.folderId = folderId ?? found.folderId;
    found.type = object.text('Type', found.type);
    found.modifiedAt = now;
  });
  return { ok: true, message: 'List updated', echo: object };
}

function remove(write: Write): Outcome {
  const { org, object } = write;
  const found = listNamed(write, write.object);
  if (found === undefined) return refused(13000, 'The list does not exist.', object);
  org.lists.remove(found);
  return { ok: true, message: 'List deleted', echo: object };
}

const badCategory = refused(13009, 'The list category is not valid.');

function nameProblem(name: string): Outcome | undefined {
  if (name === '') return refused(13013, 'The list name is required.');
  return name.length > longestName
    ? refused(13010, 'The list name is longer than 50 characters.')
    : undefined;
}

/** The folder that is asked for, else the root folder of lists. */
function folderOf({ org, account, object }: Write): number | undefined {
  const wanted = object.number('Category', 0);
  for (const folder of org.folders.all()) {
    if (folder.mid !== account.mid || !['list', 'publication', 'mysubs'].includes(folder.contentType))
      continue;
    const isDefault = folder.parentId === 0 && folder.contentType === 'list';
    if (wanted === 0 ? isDefault : folder.id === wanted) return folder.id;
  }
  return undefined;
}
