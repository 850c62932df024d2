/**
 * SuppressionListDefinition: addresses that sends leave out. They are the rows of a data extension with the list's key,
 * whose first column is `Email Address`: that is how people read and change them (observed). The texts are inferred.
 */
import { ApiStruct } from '../../message/value.ts';
import type { KeptObject } from '../../org/kept.ts';
import type { DataExtension } from '../../org/dataExtension.ts';
import type { Org } from '../../org/org.ts';
import { addressColumn, contextType, listType } from '../../org/sends/suppression.ts';
import type { ApiObject, Write, WriteMethod } from '../apiObject.ts';
import { createDataExtension } from '../dataExtensionWrites.ts';
import { keptNamed, keptObject } from '../kept/keptObject.ts';
import { rootFolder } from '../named.ts';
import type { Outcome } from '../outcome.ts';
import { suppressionListContext } from './suppressionListContext.ts';

const base = keptObject({
  type: listType,
  longestKey: 200,
  // The columns are those of the data extension, and the contexts are objects of their own.
  hidden: ['Fields', 'Contexts'],
  values: ({ org }) => ({
    Category: ({ content }) => content.number('Category', 0),
    SubscriberCount: (list) => tableOf(org, list)?.rows.count ?? 0,
    'Client.EnterpriseID': () => org.enterprise.mid,
  }),
});

export const suppressionListDefinition: ApiObject = {
  ...base,
  create: (write) => withRows(write, base.create),
  update: (write) => withRows(write, base.update),
  delete: (write) => {
    const found = keptNamed(listType, write, write.object);
    const outcome = base.delete?.(write) ?? notWritten;
    if (!outcome.ok || found === undefined) return outcome;
    removeContexts(write.org, found);
    const table = tableOf(write.org, found);
    if (table !== undefined) write.org.dataExtensions.remove(table);
    return outcome;
  },
};

const folderType = 'suppression_list';

const notWritten: Outcome = { ok: false, message: `${listType} cannot be written.`, errorCode: 2 };

/** Makes what a list consists of when the list is made. Nothing is left of one that cannot be made whole. */
function withRows(write: Write, save: WriteMethod | undefined): Outcome {
  const { object, org, account } = write;
  const isNew = keptNamed(listType, write, object) === undefined;
  const outcome = save?.(write) ?? notWritten;
  const list = org.kept.of(listType).find(account.mid, 'objectId', outcome.newObjectId ?? '');
  if (!outcome.ok || !isNew || list === undefined) return outcome;
  const rows = createDataExtension({ ...write, object: describedTable(object, list), saveAction: undefined });
  const table = org.dataExtensions.find(account.mid, 'objectId', rows.newObjectId ?? '');
  if (table !== undefined) table.folderId = folderOf(write);
  const problem = rows.ok ? addContexts(write, list) : rows;
  if (problem === undefined) return outcome;
  org.kept.of(listType).remove(list);
  removeContexts(org, list);
  if (table !== undefined) org.dataExtensions.remove(table);
  return { ...problem, echo: object };
}

/** The rows of a list. A data extension that has its key and lies elsewhere is somebody else's. */
function tableOf(org: Org, { mid, key }: KeptObject): DataExtension | undefined {
  const found = org.dataExtensions.find(mid, 'key', key);
  const folder = found === undefined ? undefined : org.folders.find(mid, 'id', found.folderId);
  return folder?.contentType === folderType ? found : undefined;
}

function describedTable(object: ApiStruct, { key, name }: KeptObject): ApiStruct {
  const address = new ApiStruct('DataExtensionField', {
    Name: addressColumn,
    FieldType: 'EmailAddress',
    IsPrimaryKey: true,
    IsRequired: true,
  });
  const more = object.struct('Fields')?.structs('Field') ?? [];
  return new ApiStruct('DataExtension', {
    CustomerKey: key,
    Name: name,
    Description: object.text('Description'),
    Fields: new ApiStruct('DataExtension/Fields', { Field: [address, ...more] }),
  });
}

/** The folder that is named, else the root of suppression lists, which is made with the first of these (inferred). */
function folderOf(write: Write): number {
  const { org, account, object, now } = write;
  const named = org.folders.find(account.mid, 'id', object.number('Category', 0));
  if (named?.contentType === folderType) return named.id;
  const root = rootFolder(write, folderType);
  if (root !== undefined) return root;
  const id = org.nextId('folder');
  org.folders.add({
    mid: account.mid,
    id,
    objectId: org.random.guid(),
    key: `${folderType}_default`,
    name: 'Suppression Lists',
    description: '',
    contentType: folderType,
    parentId: 0,
    isActive: true,
    isEditable: false,
    allowChildren: true,
    createdAt: now,
    modifiedAt: now,
  });
  return id;
}

function addContexts(write: Write, list: KeptObject): Outcome | undefined {
  const definition = new ApiStruct(listType, { ObjectID: list.objectId });
  for (const context of write.object.struct('Contexts')?.structs('Context') ?? []) {
    const object = context.copy();
    object.set('Definition', definition);
    const outcome = suppressionListContext.create?.({ ...write, object });
    if (outcome?.ok === false) return outcome;
  }
  return undefined;
}

function removeContexts(org: Org, { objectId }: KeptObject): void {
  const contexts = org.kept.of(contextType);
  for (const context of [...contexts.all()]) {
    if (context.content.path('Definition.ObjectID') === objectId) contexts.remove(context);
  }
}
