/**
 * Writing data extensions. The messages of success are recorded; of the refusals, that a key or name in use says
 * "already in use" is recorded, and the rest of the texts and codes is inferred.
 */
import type { ApiStruct } from '../message/value.ts';
import type { DataExtension } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';
import { keepRetention } from '../org/retention.ts';
import { RowTable } from '../org/rowTable.ts';
import type { Write } from './apiObject.ts';
import { changeField, changeProblem, existingField, newField } from './dataExtensionFields.ts';
import { retentionOf, sendabilityOf } from './dataExtensionSettings.ts';
import { sendabilityByTemplate, templateFields, templateOf } from './dataExtensionTemplateUse.ts';
import { extensionNamed } from './named.ts';
import { echoOf, refused, type Outcome, type Performed } from './outcome.ts';

/** Create and Update with the save option UpdateAdd do what is needed (documented for data extensions). */
export function createDataExtension(write: Write): Outcome {
  const isThere = write.saveAction === 'UpdateAdd' && extensionNamed(write, write.object) !== undefined;
  return isThere ? change(write) : make(write);
}

export function updateDataExtension(write: Write): Outcome {
  const isNew = write.saveAction === 'UpdateAdd' && extensionNamed(write, write.object) === undefined;
  return isNew ? make(write) : change(write);
}

function make(write: Write): Outcome {
  const { org, account, object, now } = write;
  const name = object.text('Name', '');
  const key = object.text('CustomerKey') ?? org.random.guid().toUpperCase();
  const taken = takenProblem(write, { key, name });
  if (taken !== undefined) return refused(1, taken, object);
  const template = templateOf(object);
  if (template === null) return refused(2, 'The data extension template does not exist.', object);
  const fields = newFields(write, [...templateFields(template), ...fieldStructs(object)], 0);
  if (typeof fields === 'string') return refused(2, fields, object);
  const problem = basicProblem(name, fields);
  if (problem !== undefined) return refused(2, problem, object);
  const folderId = folderOf(write);
  if (folderId === undefined) return refused(2, noFolder, object);
  const sendability = sendabilityOf(object, fields, sendabilityByTemplate(template));
  if (typeof sendability === 'string') return refused(2, sendability, object);
  const extension: DataExtension = {
    mid: account.mid,
    objectId: org.random.guid(),
    key,
    name,
    description: object.text('Description', ''),
    folderId,
    isTestable: object.flag('IsTestable', false),
    ...sendability,
    templateKey: template?.key,
    retention: retentionOf(object, undefined),
    retainedFrom: now,
    fields,
    rows: new RowTable(),
    createdAt: now,
    modifiedAt: now,
  };
  org.dataExtensions.add(extension);
  keepRetention(org, extension, now);
  const echo = echoOf(object, { ObjectID: extension.objectId, CustomerKey: key });
  return { ok: true, message: 'Data Extension created.', newObjectId: extension.objectId, echo };
}

function change(write: Write): Outcome {
  const { org, object, now } = write;
  const extension = extensionNamed(write, write.object);
  if (extension === undefined) return refused(3, noExtension, object);
  const name = object.text('Name', extension.name);
  const taken = name === extension.name ? undefined : takenProblem(write, { name });
  if (taken !== undefined) return refused(1, taken, object);
  const folder = object.has('CategoryID') ? folderOf(write) : extension.folderId;
  if (folder === undefined) return refused(2, noFolder, object);
  const sendability = sendabilityOf(object, extension.fields, extension);
  if (typeof sendability === 'string') return refused(2, sendability, object);
  const problem = changeFields(write, extension);
  if (problem !== undefined) return refused(2, problem, object);
  org.dataExtensions.update(extension, () => {
    Object.assign(extension, sendability);
    extension.name = name;
    extension.description = object.text('Description', extension.description);
    extension.isTestable = object.flag('IsTestable', extension.isTestable);
    extension.folderId = folder;
    extension.modifiedAt = now;
  });
  changeRetention(write, extension);
  return { ok: true, message: 'Data Extension updated.', echo: object };
}

/** A period begins anew when it is changed, and not when something else is. */
function changeRetention({ org, object, now }: Write, extension: DataExtension): void {
  const before = JSON.stringify(extension.retention);
  extension.retention = retentionOf(object, extension.retention);
  if (JSON.stringify(extension.retention) !== before) keepRetention(org, extension, now);
}

/** With fields given it drops those, without it deletes the whole data extension (documented). */
export function deleteDataExtension(write: Write): Outcome {
  const { org, object, now } = write;
  const extension = extensionNamed(write, write.object);
  if (extension === undefined) return refused(3, noExtension, object);
  if (!object.has('Fields')) {
    write.trap('delete-without-fields', `${extension.key} goes as a whole.`);
    org.dataExtensions.remove(extension);
    return { ok: true, message: 'Data Extension deleted.', echo: object };
  }
  const dropped = fieldStructs(object).map((struct) => existingField(extension, struct));
  for (const field of dropped) {
    if (field === undefined) return refused(3, 'The field does not exist.', object);
    if (field.isPrimaryKey || field.name === extension.sendableField) {
      return refused(2, `The field ${field.name} is a key and cannot be deleted.`, object);
    }
  }
  extension.fields = extension.fields.filter((field) => !dropped.includes(field));
  extension.modifiedAt = now;
  return { ok: true, message: 'Data Extension Fields deleted', echo: object };
}

/** Perform ClearData: deletes all rows. */
export function clearData(write: Write): Performed {
  const extension = extensionNamed(write, write.object);
  if (extension === undefined) return refused(3, noExtension, write.object);
  extension.rows.clear();
  return { ok: true, message: 'ClearData performed', echo: write.object };
}

const noExtension = 'The data extension does not exist.';
const noFolder = 'The folder of the data extension does not exist.';

function fieldStructs(object: ApiStruct): readonly ApiStruct[] {
  return object.struct('Fields')?.structs('Field') ?? [];
}

function takenProblem({ org, account }: Write, wanted: { key?: string; name: string }): string | undefined {
  const { mid } = account;
  if (wanted.key !== undefined && org.dataExtensions.find(mid, 'key', wanted.key) !== undefined) {
    return `The CustomerKey ${wanted.key} is already in use.`;
  }
  const taken = org.dataExtensions.find(mid, 'name', wanted.name) !== undefined;
  return taken ? `The data extension name ${wanted.name} is already in use.` : undefined;
}

function basicProblem(name: string, fields: readonly Field[]): string | undefined {
  if (name === '') return 'The data extension name is required.';
  if (name.length > 128) return 'The data extension name is longer than 128 characters.';
  return fields.length === 0 ? 'A data extension must have at least one field.' : undefined;
}

/** The folder that is asked for, else the root of data extensions; undefined when there is none such. */
function folderOf({ org, account, object }: Write): number | undefined {
  const wanted = object.number('CategoryID', 0);
  for (const folder of org.folders.all()) {
    if (folder.mid !== account.mid || !/^(?:shared_)?dataextension$/.test(folder.contentType)) continue;
    if (wanted === 0 ? folder.parentId === 0 : folder.id === wanted) return folder.id;
  }
  return undefined;
}

function newFields({ org, now }: Write, structs: readonly ApiStruct[], from: number): Field[] | string {
  const fields: Field[] = [];
  for (const struct of structs) {
    const field = newField(struct, { org, now, ordinal: from + fields.length });
    if (typeof field === 'string') return field;
    if (fields.some((other) => other.name.toLowerCase() === field.name.toLowerCase())) {
      return `The field name ${field.name} is already in use.`;
    }
    fields.push(field);
  }
  return fields;
}

/** Adds and changes columns; says why, and does nothing, when one of them cannot be. */
function changeFields(write: Write, extension: DataExtension): string | undefined {
  const changes: { field: Field; struct: ApiStruct }[] = [];
  const additions: ApiStruct[] = [];
  for (const struct of fieldStructs(write.object)) {
    const field = existingField(extension, struct);
    if (field === undefined && struct.has('ObjectID')) return 'The field does not exist.';
    if (field === undefined) additions.push(struct);
    else changes.push({ field, struct });
  }
  const added = newFields(write, additions, extension.fields.length);
  if (typeof added === 'string') return added;
  const problem = changes
    .map(({ field, struct }) => changeProblem(extension, field, struct))
    .find((text) => text !== undefined);
  if (problem !== undefined) return problem;
  const unfit = added.find((field) => field.isPrimaryKey || (field.isRequired && field.defaultValue === ''));
  if (unfit !== undefined && (unfit.isPrimaryKey || extension.rows.count > 0)) {
    return `The field ${unfit.name} must be nullable or have a default value.`;
  }
  for (const { field, struct } of changes) {
    const before = field.name;
    changeField(field, struct, write.now);
    if (extension.sendableField === before) extension.sendableField = field.name;
  }
  extension.fields.push(...added);
  return undefined;
}
