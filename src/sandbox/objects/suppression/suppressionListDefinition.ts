/**
 * SuppressionListDefinition: addresses that sends leave out. They are the rows of a data extension with the list's key,
 * whose first column is `Email Address`: that is how people read and change them (observed). The texts are inferred.
 */
import { ApiStruct } from '../../message/value.ts';
import type { KeptObject } from '../../org/kept.ts';
import type { Org } from '../../org/org.ts';
import { addressColumn, contextType, listType } from '../../org/sends/suppression.ts';
import type { ApiObject, Write, WriteMethod } from '../apiObject.ts';
import { createDataExtension } from '../dataExtensionWrites.ts';
import { keptNamed, keptObject } from '../kept/keptObject.ts';
import type { Outcome } from '../outcome.ts';
import { suppressionListContext } from './suppressionListContext.ts';

const base = keptObject({
  type: listType,
  longestKey: 200,
  // The columns are those of the data extension, and the contexts are objects of their own.
  hidden: ['Fields', 'Contexts'],
  values: ({ org }) => ({
    Category: ({ content }) => content.number('Category', 0),
    SubscriberCount: (list) => rowsOf(org, list)?.count ?? 0,
    'Client.EnterpriseID': () => org.enterprise.mid,
  }),
});

export const suppressionListDefinition: ApiObject = {
  ...base,
  create: (write) => withRows(write, base.create),
  delete: (write) => {
    const found = keptNamed(listType, write, write.object);
    const outcome = base.delete?.(write);
    if (outcome?.ok === true && found !== undefined) removeParts(write, found);
    return outcome ?? notWritten;
  },
};

const folderType = 'suppression_list';

const notWritten: Outcome = { ok: false, message: `${listType} cannot be written.`, errorCode: 2 };

function rowsOf(org: Org, { mid, key }: KeptObject): { readonly count: number } | undefined {
  return org.dataExtensions.find(mid, 'key', key)?.rows;
}

/** Makes the list, and what it consists of. Nothing is left of a list that cannot be made whole. */
function withRows(write: Write, create: WriteMethod | undefined): Outcome {
  const { object, org } = write;
  const isNew = keptNamed(listType, write, object) === undefined;
  const outcome = create?.(write) ?? notWritten;
  const list = org.kept.of(listType).find(write.account.mid, 'objectId', outcome.newObjectId ?? '');
  if (!outcome.ok || !isNew || list === undefined) return outcome;
  const rows = createDataExtension({ ...write, object: tableOf(object, list), saveAction: undefined });
  const problem = rows.ok ? addContexts(write, list) : rows;
  const table = org.dataExtensions.find(write.account.mid, 'objectId', rows.newObjectId ?? '');
  if (table !== undefined) table.folderId = folderOf(write);
  if (problem === undefined) return outcome;
  org.kept.of(listType).remove(list);
  removeParts(write, list);
  return { ...problem, echo: object };
}

function tableOf(object: ApiStruct, { key, name }: KeptObject): ApiStruct {
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
function folderOf({ org, account, object, now }: Write): number {
  const wanted = object.number('Category', 0);
  for (const folder of org.folders.all()) {
    if (folder.mid !== account.mid || folder.contentType !== folderType) continue;
    if (wanted === 0 ? folder.parentId === 0 : folder.id === wanted) return folder.id;
  }
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

function removeParts({ org }: Write, { mid, key, objectId }: KeptObject): void {
  const table = org.dataExtensions.find(mid, 'key', key);
  if (table !== undefined) org.dataExtensions.remove(table);
  const contexts = org.kept.of(contextType);
  for (const context of [...contexts.all()]) {
    if (context.content.path('Definition.ObjectID') === objectId) contexts.remove(context);
  }
}
