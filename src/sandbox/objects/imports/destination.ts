/** Where the rows of an import go: a data extension, or a list. */
import { ApiStruct } from '../../message/value.ts';
import { fieldNamed, primaryKeyOf, type DataExtension } from '../../org/dataExtension.ts';
import type { Field } from '../../org/field.ts';
import type { List } from '../../org/people.ts';
import type { Write } from '../apiObject.ts';
import { defaultCell } from '../dataExtensionFields.ts';
import { extensionNamed, listNamed, subscriberNamed } from '../named.ts';
import { readCell } from '../rowValues.ts';
import { createSubscriber, updateSubscriber } from '../subscriberWrites.ts';

/** The values of a row by the names of the destination. */
export type ImportRow = ReadonlyMap<string, string>;

/** What may be done with a row: add it, change the one that is there, or take that away. */
export type RowAction = 'upsert' | 'add' | 'update' | 'delete' | 'skip';

export type RowResult = 'done' | 'isThere' | 'notThere' | { readonly error: string };

export interface Destination {
  readonly importType: string;
  readonly id: string;
  /** A name of the destination in its own letters; undefined when it has no such. */
  nameOf(name: string): string | undefined;
  /** Tells rows apart; undefined when nothing does. */
  keyOf(row: ImportRow): string | undefined;
  /** Empties it. */
  clear(): void;
  put(row: ImportRow, action: RowAction): RowResult;
  /** Takes note that an import has ended. */
  imported(): void;
}

type Place = Pick<Write, 'org' | 'account' | 'now' | 'note' | 'trap'>;

/** The destination that a structure names; undefined when there is none such. */
export function destinationOf(place: Place, struct: ApiStruct | undefined): Destination | undefined {
  if (struct?.type === 'DataExtension') {
    const extension = extensionNamed(place, struct);
    return extension === undefined ? undefined : intoExtension(place, extension);
  }
  const list = struct?.type === 'List' ? listNamed(place, struct) : undefined;
  return list === undefined ? undefined : intoList(place, list);
}

function intoExtension({ now }: Place, extension: DataExtension): Destination {
  const key = primaryKeyOf(extension);
  const keyTexts = (row: ImportRow): string[] => key.map(({ name }) => row.get(name) ?? '');
  return {
    importType: 'Data Extensions',
    id: extension.objectId,
    nameOf: (name) => fieldNamed(extension, name)?.name,
    keyOf: (row) => (key.length === 0 ? undefined : keyTexts(row).join('\u0000').toLowerCase()),
    clear: () => extension.rows.clear(),
    imported: () => {
      if (extension.retention.resetOnImport) extension.retainedFrom = now;
    },
    put: (row, action) => {
      const cells = cellsOf(extension, row);
      if (typeof cells === 'string') return { error: cells };
      const keyCells = key.map((field) => cells.get(field) ?? '');
      if (key.length > 0 && keyCells.includes('')) return { error: 'Key value missing' };
      const position = key.length === 0 ? undefined : extension.rows.find(key, keyCells);
      if (position === undefined) return insert(extension, cells, { key, action, now });
      return change(extension, cells, { key, action, position });
    },
  };
}

function cellsOf(extension: DataExtension, row: ImportRow): Map<Field, string | null> | string {
  const cells = new Map<Field, string | null>();
  for (const [name, text] of row) {
    const field = fieldNamed(extension, name);
    const cell = field === undefined ? undefined : readCell(field, text);
    if (field === undefined || cell === undefined) continue;
    if (!('text' in cell)) return cell.reason;
    // An empty value of a column that has a default takes that (inferred).
    cells.set(field, cell.text);
  }
  return cells;
}

function insert(
  extension: DataExtension,
  cells: Map<Field, string | null>,
  { key, action, now }: { readonly key: readonly Field[]; readonly action: RowAction; readonly now: number },
): RowResult {
  if (action !== 'upsert' && action !== 'add') return 'notThere';
  for (const field of extension.fields) if (!cells.has(field)) cells.set(field, defaultCell(field, now));
  const missing = extension.fields.find((field) => field.isRequired && (cells.get(field) ?? '') === '');
  if (missing !== undefined) return { error: `The value for column [${missing.name}] is required.` };
  extension.rows.insert(key, cells, now);
  return 'done';
}

function change(
  extension: DataExtension,
  cells: Map<Field, string | null>,
  {
    key,
    action,
    position,
  }: { readonly key: readonly Field[]; readonly action: RowAction; readonly position: number },
): RowResult {
  if (action === 'add') return 'isThere';
  if (action === 'delete') {
    extension.rows.delete(position, key);
    return 'done';
  }
  const missing = [...cells].find(([field, text]) => field.isRequired && (text ?? '') === '');
  if (missing !== undefined) return { error: `The value for column [${missing[0].name}] is required.` };
  for (const field of key) cells.delete(field);
  extension.rows.update(position, cells);
  return 'done';
}

/** What a list takes besides profile attributes; a publication list takes nothing else (documented). */
const listNames = ['Email Address', 'Subscriber Key', 'Status', 'Reason'] as const;

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** One of the names of lists, however it is spelled: `E-mail Address`, `EmailAddress`. */
export function listNameOf(name: string): string | undefined {
  return listNames.find((each) => letters(each) === letters(name));
}

function intoList(place: Place, list: List): Destination {
  const attribute = (name: string): string | undefined =>
    list.classification === 'PublicationList'
      ? undefined
      : place.org.profileAttributes.find((each) => each.name.toLowerCase() === name.toLowerCase())?.name;
  return {
    importType: 'Subscriber List',
    id: String(list.id),
    nameOf: (name) => listNameOf(name) ?? attribute(name),
    keyOf: (row) => (row.get('Subscriber Key') ?? row.get('Email Address'))?.toLowerCase(),
    clear: () => list.members.clear(),
    imported: () => undefined,
    put: (row, action) => putOnList(place, list, row, action),
  };
}

function putOnList(place: Place, list: List, row: ImportRow, action: RowAction): RowResult {
  const struct = subscriberStruct(list, row, action);
  const found = subscriberNamed(place, struct);
  const membership = found === undefined ? undefined : list.members.get(found.id);
  if (action === 'delete') {
    if (found === undefined || membership === undefined) return 'notThere';
    list.members.delete(found.id);
    return 'done';
  }
  if (membership !== undefined && action === 'add') return 'isThere';
  if (membership === undefined && action === 'update') return 'notThere';
  const write: Write = { ...place, caller: place.account, object: struct, saveAction: undefined };
  const { ok, message } = found === undefined ? createSubscriber(write) : updateSubscriber(write);
  return ok ? 'done' : { error: message };
}

function subscriberStruct(list: List, row: ImportRow, action: RowAction): ApiStruct {
  const membership = new ApiStruct('SubscriberList', {
    ID: list.id,
    Status: row.get('Status') === '' ? undefined : row.get('Status'),
    Action: action === 'update' ? 'update' : 'upsert',
  });
  const attributes = [...row]
    .filter(([name]) => listNameOf(name) === undefined)
    .map(([Name, Value]) => new ApiStruct('Attribute', { Name, Value }));
  return new ApiStruct('Subscriber', {
    EmailAddress: row.get('Email Address'),
    SubscriberKey: row.get('Subscriber Key') ?? row.get('Email Address'),
    Attributes: attributes,
    Lists: membership,
  });
}
