/** Makes an API object of which the org keeps what is written: such a type is a description, and little more. */
import { shippedCatalogue as catalogue } from '../../../catalogue/index.ts';
import { ApiStruct } from '../../message/value.ts';
import { ownedBy } from '../../org/collection.ts';
import type { KeptCollection, KeptObject } from '../../org/kept.ts';
import type { Org } from '../../org/org.ts';
import { catalogueRows, type PropertyValue, type RowsDescription } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import { parseDateTime } from '../../serverTime.ts';
import type { ApiObject, RetrieveScope, Write } from '../apiObject.ts';
import { itemNamed } from '../named.ts';
import { echoOf, refused, type Outcome } from '../outcome.ts';

type Values = RowsDescription<KeptObject>['values'];

export interface KeptDescription {
  readonly type: string;
  /** True for types that have a number for an ID besides their GUID. */
  readonly isNumbered?: boolean;
  /** The member that its name is; `Name` by default. */
  readonly nameMember?: string;
  /** What can be retrieved of a type that Describe says nothing of. */
  readonly retrievable?: readonly string[];
  /** The text of success. Those that were never recorded follow the pattern of the others. */
  readonly message?: (done: 'created' | 'updated' | 'deleted') => string;
  /** Codes of refusals; the general ones by default. */
  readonly codes?: {
    readonly notFound?: number;
    readonly noName?: number;
    readonly taken?: number;
    readonly badKey?: number;
  };
  /** Longest CustomerKey; 36 by default. */
  readonly longestKey?: number;
  /** What is wrong with an object as it is to become. */
  check?(write: Write, content: ApiStruct, before: KeptObject | undefined): Outcome | undefined;
  /** Puts into a checked object what the service knows of it besides: the ID of what it names by key. */
  complete?(write: Write, content: ApiStruct): void;
  /** What stands in the way of deleting one. */
  checkDelete?(write: Write, kept: KeptObject): Outcome | undefined;
  /** Members that are written but never shown. */
  readonly hidden?: readonly string[];
  /** Names that can be filtered by and not retrieved. */
  readonly filters?: NonNullable<RowsDescription<KeptObject>['filters']>;
  /** Properties that are more than what was written. */
  readonly values?: Values | ((scope: RetrieveScope) => Values);
  /** True for types of which a retrieve shows those that were deleted as well. */
  readonly showsDeleted?: true;
  /** False for types that cannot be retrieved. */
  readonly isRetrievable?: boolean;
  /** True for types that people make in the web application alone: no caller creates, changes or deletes any. */
  readonly isMadeByHand?: true;
  readonly actions?: ApiObject['actions'];
}

/** The API object of this description. */
export function keptObject(description: KeptDescription): ApiObject {
  const { type, actions, isRetrievable = true, isMadeByHand } = description;
  const writes = {
    create: (write: Write) => create(description, write),
    update: (write: Write) => update(description, write),
    delete: (write: Write) => remove(description, write),
  };
  return {
    type,
    ...(isRetrievable ? { retrieve: (scope) => rowsOf(description, scope) } : {}),
    ...(isMadeByHand === true ? { seed: writes.create } : writes),
    identify: (write) => keptNamed(type, write, write.object)?.objectId,
    ...(actions === undefined ? {} : { actions }),
  };
}

function rowsOf(
  description: KeptDescription,
  scope: RetrieveScope,
): ReturnType<typeof catalogueRows<KeptObject>> {
  const { type, values = {}, hidden = [], filters, retrievable } = description;
  return catalogueRows<KeptObject>({
    type,
    scan: (from, visit) => scanInOrder(shownOf(description, scope), from, visit),
    values: { ...ownValues, ...(typeof values === 'function' ? values(scope) : values) },
    ...(retrievable === undefined ? {} : { retrievable }),
    ...(filters === undefined ? {} : { filters }),
    otherwise: (path) => (hidden.includes(path) ? undefined : (kept) => valueAt(type, kept.content, path)),
  });
}

/** Those that were deleted, where they are shown. */
export function deletedOf({ kept }: Org, type: string): KeptCollection {
  return kept.of(`deleted ${type}`);
}

function* shownOf(
  { type, showsDeleted }: KeptDescription,
  { org, accounts }: RetrieveScope,
): Iterable<KeptObject> {
  yield* ownedBy(org.kept.of(type).all(), accounts);
  if (showsDeleted === true) yield* ownedBy(deletedOf(org, type).all(), accounts);
}

const ownValues: Values = {
  ID: (kept) => kept.id,
  ObjectID: (kept) => kept.objectId,
  CustomerKey: (kept) => kept.key,
  'Client.ID': (kept) => kept.mid,
  'Client.ClientID1': (kept) => kept.mid,
  Name: (kept) => kept.name,
  CreatedDate: (kept) => new Date(kept.createdAt),
  ModifiedDate: (kept) => new Date(kept.modifiedAt),
};

/** What was written at a path, as a value of its type. */
function valueAt(type: string, content: ApiStruct, path: string): PropertyValue {
  const text = content.path(path);
  if (text === undefined) {
    const structs = content.structs(path);
    return structs.length === 0 ? undefined : structs;
  }
  switch (catalogue.typeOfPath(type, path)) {
    case 'xs:boolean':
      return text === 'true';
    case 'xs:int':
    case 'xs:long':
    case 'xs:short':
      return Number(text);
    case 'xs:dateTime': {
      const moment = parseDateTime(text);
      return moment === undefined ? null : new Date(moment);
    }
    default:
      return text;
  }
}

function nameMember({ nameMember: member = 'Name' }: KeptDescription): string {
  return member;
}

function messageOf({ type, message }: KeptDescription, done: 'created' | 'updated' | 'deleted'): string {
  return message?.(done) ?? `${type} ${done}`;
}

function create(description: KeptDescription, write: Write): Outcome {
  const { org, object, account, now } = write;
  const found = keptNamed(description.type, write, object);
  if (found !== undefined && write.saveAction === 'UpdateAdd') return change(description, write, found);
  const name = object.text(nameMember(description), '');
  const key = object.text('CustomerKey') ?? org.random.guid();
  const content = merged(undefined, object);
  const problem =
    namingProblem(description, write, { name, key }) ?? description.check?.(write, content, undefined);
  if (problem !== undefined) return { ...problem, echo: object };
  description.complete?.(write, content);
  const made: KeptObject = {
    mid: account.mid,
    id: description.isNumbered === true ? org.nextId('kept') : 0,
    objectId: org.random.guid(),
    key,
    name,
    content,
    createdAt: now,
    modifiedAt: now,
  };
  org.kept.of(description.type).add(made);
  return {
    ok: true,
    message: messageOf(description, 'created'),
    newId: made.id,
    newObjectId: made.objectId,
    echo: shown(description, object, made),
  };
}

function namingProblem(
  { type, codes, longestKey = 36 }: KeptDescription,
  { org, account }: Write,
  { name, key }: { readonly name: string; readonly key: string },
): Outcome | undefined {
  if (name === '') return refused(codes?.noName ?? 2, `The name of the ${type} is required.`);
  if (key.length > longestKey) {
    return refused(codes?.badKey ?? 2, `The CustomerKey is longer than ${String(longestKey)} characters.`);
  }
  return org.kept.of(type).find(account.mid, 'key', key) === undefined
    ? undefined
    : refused(codes?.taken ?? 1, `The CustomerKey ${key} is already in use.`);
}

function update(description: KeptDescription, write: Write): Outcome {
  const found = keptNamed(description.type, write, write.object);
  if (found === undefined && write.saveAction === 'UpdateAdd') return create(description, write);
  return found === undefined ? notThere(description, write) : change(description, write, found);
}

function change(description: KeptDescription, write: Write, found: KeptObject): Outcome {
  const { org, object, now } = write;
  const content = merged(found.content, object);
  const problem = description.check?.(write, content, found);
  if (problem !== undefined) return { ...problem, echo: object };
  description.complete?.(write, content);
  org.kept.of(description.type).update(found, () => {
    found.content = content;
    found.name = object.text(nameMember(description), found.name);
    found.modifiedAt = now;
  });
  return { ok: true, message: messageOf(description, 'updated'), echo: shown(description, object, found) };
}

function remove(description: KeptDescription, write: Write): Outcome {
  const found = keptNamed(description.type, write, write.object);
  if (found === undefined) return notThere(description, write);
  const problem = description.checkDelete?.(write, found);
  if (problem !== undefined) return { ...problem, echo: write.object };
  write.org.kept.of(description.type).remove(found);
  if (description.showsDeleted === true) deletedOf(write.org, description.type).add(found);
  return {
    ok: true,
    message: messageOf(description, 'deleted'),
    echo: shown(description, write.object, found),
  };
}

function notThere({ type, codes }: KeptDescription, { object }: Write): Outcome {
  return refused(codes?.notFound ?? 3, `The ${type} was not found.`, object);
}

/** The kept object that a structure names by its key, GUID or number. */
export function keptNamed(
  type: string,
  place: Pick<Write, 'org' | 'account'>,
  struct: ApiStruct | undefined,
): KeptObject | undefined {
  const indexes = { CustomerKey: 'key', ObjectID: 'objectId', ID: 'id' } as const;
  return itemNamed(place.org.kept.of(type), place, struct, indexes);
}

/** Members that say which object is meant, and those that the service alone writes. */
const identifying = [
  'Client',
  'ID',
  'ObjectID',
  'CorrelationID',
  'CreatedDate',
  'ModifiedDate',
  'PartnerProperties',
];

/** What is there with what is written over it, member by member; one that is left out stays (documented). */
function merged(before: ApiStruct | undefined, object: ApiStruct): ApiStruct {
  const content = before?.copy() ?? new ApiStruct(object.type);
  for (const name of object.names) if (!identifying.includes(name)) content.set(name, object.all(name));
  return content;
}

function shown({ hidden = [] }: KeptDescription, object: ApiStruct, kept: KeptObject): ApiStruct {
  const members = Object.fromEntries(hidden.map((name) => [name, undefined]));
  const id = kept.id === 0 ? {} : { ID: kept.id };
  return echoOf(object, { ...members, ...id, ObjectID: kept.objectId, CustomerKey: kept.key });
}
