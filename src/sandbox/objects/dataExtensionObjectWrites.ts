/**
 * Writing rows. The messages of success, that of a missing row and the shape of results are recorded; that of a
 * failed save is recorded for the same service's other API. Codes and the texts of key errors are inferred.
 */
import { ApiStruct } from '../message/value.ts';
import { fieldNamed, primaryKeyOf, type DataExtension } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';
import type { Write } from './apiObject.ts';
import { defaultCell } from './dataExtensionFields.ts';
import { refused, type Outcome } from './outcome.ts';
import { readCell } from './rowValues.ts';
import { extensionIn, tellOfShared } from './shared.ts';

type Method = 'Create' | 'Update' | 'Delete';

export function createRow(write: Write): Outcome {
  return onRow('Create', write, save);
}

export function updateRow(write: Write): Outcome {
  return onRow('Update', write, save);
}

export function deleteRow(write: Write): Outcome {
  return onRow('Delete', write, remove);
}

/** A row as a write describes it. */
interface RowWrite {
  readonly method: Method;
  readonly write: Write;
  readonly extension: DataExtension;
  /** The primary key, empty when the data extension has none. */
  readonly key: readonly Field[];
  readonly keyValues: readonly string[];
  /** The position of the row that has the key, if there is one. */
  readonly position: number | undefined;
  readonly cells: Map<Field, string | null>;
}

/** Reads a row and, when nothing is wrong with its values, does something with it. */
function onRow(method: Method, write: Write, work: (row: RowWrite) => Outcome): Outcome {
  const extension = extensionOf(write);
  // Seen as a message of the service; that it is the one for this is inferred.
  if (extension === undefined) return refused(2, 'Invalid Customer Key', write.object);
  const { cells, keyErrors, valueErrors } = readCells(write, extension);
  const key = primaryKeyOf(extension);
  const keyValues = key.map((field) => cells.get(field) ?? '');
  for (const [index, field] of key.entries()) {
    const isMissing =
      keyValues[index] === '' && !keyErrors.some((error) => error.text('Name') === field.name);
    if (isMissing) keyErrors.push(errorOf(field, 1, 'Key value missing'));
  }
  const position = key.length === 0 ? undefined : extension.rows.find(key, keyValues);
  const row: RowWrite = { method, write, extension, key, keyValues, position, cells };
  return keyErrors.length + valueErrors.length > 0 ? failure(row, { keyErrors, valueErrors }) : work(row);
}

/** What a write of a row may do, by its method and save option; UpdateAdd makes either an upsert (documented). */
function permissions({ method, write }: RowWrite): { insert: boolean; update: boolean } {
  switch (write.saveAction) {
    case 'UpdateAdd':
      return { insert: true, update: true };
    case 'AddOnly':
      return { insert: true, update: false };
    case 'UpdateOnly':
      return { insert: false, update: true };
    default:
      return { insert: method === 'Create', update: method === 'Update' };
  }
}

function save(row: RowWrite): Outcome {
  const may = permissions(row);
  if (row.position === undefined) return may.insert ? insert(row) : notThere(row);
  return may.update ? update(row, row.position) : duplicate(row);
}

function insert(row: RowWrite): Outcome {
  const { extension, cells, write, key } = row;
  for (const field of extension.fields) {
    if (!cells.has(field)) cells.set(field, defaultCell(field, write.now));
  }
  const valueErrors = missingValues(extension.fields, cells);
  if (valueErrors.length > 0) return failure(row, { valueErrors });
  extension.rows.insert(key, cells, write.now);
  return success(row);
}

function update(row: RowWrite, position: number): Outcome {
  const { extension, cells, key } = row;
  for (const field of key) cells.delete(field);
  const valueErrors = missingValues([...cells.keys()], cells);
  if (valueErrors.length > 0) return failure(row, { valueErrors });
  extension.rows.update(position, cells);
  return success(row);
}

function remove(row: RowWrite): Outcome {
  const { position, extension, key } = row;
  if (position === undefined) return notThere(row);
  extension.rows.delete(position, key);
  return success(row);
}

function extensionOf(write: Write): DataExtension | undefined {
  const { account, object } = write;
  const key = object.text('CustomerKey', '');
  const keyOrName = key === '' ? object.text('Name', '') : key;
  const found = extensionIn(write, [account], keyOrName);
  if (found === undefined) tellOfShared(write, keyOrName);
  return found;
}

interface ReadCells {
  readonly cells: Map<Field, string | null>;
  readonly keyErrors: ApiStruct[];
  readonly valueErrors: ApiStruct[];
}

/** Reads properties and keys alike; names that are no column are dropped without a word (documented). */
function readCells({ object, trap }: Write, extension: DataExtension): ReadCells {
  const read: ReadCells = { cells: new Map(), keyErrors: [], valueErrors: [] };
  const properties = object.struct('Properties')?.structs('Property') ?? [];
  const keys = object.struct('Keys')?.structs('Key') ?? [];
  for (const property of [...properties, ...keys]) {
    const field = fieldNamed(extension, property.text('Name', ''));
    if (field === undefined)
      trap(
        'unknown-column',
        `${extension.key} has no column "${property.text('Name', '')}": its value is dropped.`,
      );
    else readOne(read, field, property);
  }
  return read;
}

function readOne(read: ReadCells, field: Field, property: ApiStruct): void {
  const cell = readCell(field, property.type === 'NullAPIProperty' ? null : property.text('Value', null));
  if ('text' in cell) read.cells.set(field, cell.text);
  else (field.isPrimaryKey ? read.keyErrors : read.valueErrors).push(errorOf(field, 2, cell.reason));
}

function missingValues(fields: readonly Field[], cells: ReadonlyMap<Field, string | null>): ApiStruct[] {
  return fields
    .filter((field) => field.isRequired && (cells.get(field) ?? null) === null)
    .map((field) => errorOf(field, 3, `The value for column [${field.name}] is required.`));
}

function errorOf({ name }: Field, code: number, message: string): ApiStruct {
  return new ApiStruct('DataExtensionError', { Name: name, ErrorCode: code, ErrorMessage: message });
}

function success({ method, write }: RowWrite): Outcome {
  const message = `${method.replace(/e$/, 'ed')} DataExtensionObject`;
  return { ok: true, message, resultType: resultType(method), echo: write.object };
}

/** The text is recorded for an update; a delete is taken to say it of its own command. */
function notThere(row: RowWrite): Outcome {
  const command = row.method === 'Delete' ? 'DeleteCommand' : 'UpdateCommand';
  const message = `Concurrency violation: the ${command} affected 0 of the expected 1 records.`;
  return failure(row, { message });
}

function duplicate(row: RowWrite): Outcome {
  const shown = row.keyValues.join(', ');
  const message = `Violation of PRIMARY KEY constraint. Cannot insert duplicate key. The duplicate key value is (${shown}).`;
  return failure(row, { message });
}

interface FailureDetails {
  readonly message?: string;
  readonly keyErrors?: readonly ApiStruct[];
  readonly valueErrors?: readonly ApiStruct[];
}

function failure({ method, write, extension }: RowWrite, details: FailureDetails): Outcome {
  const { message = 'Errors occurred while saving row data', keyErrors = [], valueErrors = [] } = details;
  const type = resultType(method);
  const list = (kind: 'Key' | 'Value', errors: readonly ApiStruct[]): ApiStruct | undefined =>
    errors.length === 0 ? undefined : new ApiStruct(`${type}/${kind}Errors`, { [`${kind}Error`]: errors });
  return {
    ...refused(2, `Unable to save rows for data extension ID ${extension.objectId}`, write.object),
    resultType: type,
    members: {
      ErrorMessage: message,
      KeyErrors: list('Key', keyErrors),
      // The result of a delete has no place for errors of values.
      ...(method === 'Delete' ? {} : { ValueErrors: list('Value', valueErrors) }),
    },
  };
}

function resultType(method: Method): string {
  return `DataExtension${method}Result`;
}
