/** Writing send definitions. The messages of success are recorded, the codes documented, the other texts inferred. */
import type { ApiStruct } from '../message/value.ts';
import type { SendClassification, SendDefinition, SendList } from '../org/content.ts';
import type { Org } from '../org/org.ts';
import { sendableExtension } from '../org/sharing.ts';
import type { Write } from './apiObject.ts';
import { classificationNamed, emailNamed, itemNamed } from './named.ts';
import { filterOf, keysPicked } from './filters/pick.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';
import { ownProfilesOf } from './ownProfiles.ts';

export function createSendDefinition(write: Write): Outcome {
  const { org, account, object, now } = write;
  const name = object.text('Name', '');
  if (name === '') return refused(42101, 'The name of the send definition is required.', object);
  const key = object.text('CustomerKey') ?? org.random.guid();
  if (key.length > 36) return refused(42100, 'The CustomerKey is longer than 36 characters.', object);
  if (org.sendDefinitions.find(account.mid, 'key', key) !== undefined) {
    return refused(1, `The CustomerKey ${key} is already in use.`, object);
  }
  const classification = classificationOf(write);
  if (classification === undefined) return refused(42003, 'The send classification was not found.', object);
  const profiles = ownProfilesOf(write);
  if ('ok' in profiles) return { ...profiles, echo: object };
  const emailId = emailOf(write);
  if (typeof emailId !== 'number') return { ...emailId, echo: object };
  const lists = listsOf(write);
  if ('ok' in lists) return { ...lists, echo: object };
  const made: SendDefinition = {
    mid: account.mid,
    objectId: org.random.guid(),
    key,
    name,
    description: object.text('Description', ''),
    folderId: object.number('CategoryID'),
    classification,
    ...profiles,
    emailId,
    subject: object.text('EmailSubject') ?? org.emails.find(account.mid, 'id', emailId)?.subject ?? '',
    lists,
    testAddresses: object.text('TestEmailAddr', ''),
    isMultipart: object.flag('IsMultipart', true),
    deduplicate: object.flag('DeduplicateByEmail', false),
    createdAt: now,
    modifiedAt: now,
  };
  org.sendDefinitions.add(made);
  const echo = echoOf(object, { ObjectID: made.objectId, CustomerKey: key, IsPlatformObject: false });
  return { ok: true, message: 'EmailSendDefinition created', newObjectId: made.objectId, echo };
}

export function updateSendDefinition(write: Write): Outcome {
  const { org, object, now } = write;
  const found = definitionOf(write);
  if (found === undefined) return notFound(write);
  const classification = object.has('SendClassification') ? classificationOf(write) : found.classification;
  if (classification === undefined) return refused(42003, 'The send classification was not found.', object);
  const profiles = ownProfilesOf(write, found);
  if ('ok' in profiles) return { ...profiles, echo: object };
  const emailId = object.has('Email') ? emailOf(write) : found.emailId;
  if (typeof emailId !== 'number') return { ...emailId, echo: object };
  // The lists that an update carries take the place of all that were there (inferred).
  if (object.has('SendDefinitionList') && found.lists.length > 0) {
    write.trap('replaced-lists', `The lists of ${found.key} are replaced.`);
  }
  const lists = object.has('SendDefinitionList') ? listsOf(write) : found.lists;
  if ('ok' in lists) return { ...lists, echo: object };
  org.sendDefinitions.update(found, () => {
    found.name = object.text('Name', found.name);
    found.description = object.text('Description', found.description);
    found.folderId = object.number('CategoryID', found.folderId);
    found.subject = object.text('EmailSubject', found.subject);
    found.isMultipart = object.flag('IsMultipart', found.isMultipart);
    found.deduplicate = object.flag('DeduplicateByEmail', found.deduplicate);
    found.testAddresses = object.text('TestEmailAddr', found.testAddresses);
    Object.assign(found, profiles, { classification, emailId, lists, modifiedAt: now });
  });
  const echo = echoOf(object, { ObjectID: found.objectId, IsPlatformObject: false });
  return { ok: true, message: 'EmailSendDefinition updated', echo };
}

export function deleteSendDefinition(write: Write): Outcome {
  const found = definitionOf(write);
  if (found === undefined) return notFound(write);
  write.org.sendDefinitions.remove(found);
  const echo = echoOf(write.object, { IsPlatformObject: false });
  return { ok: true, message: 'EmailSendDefinition deleted', echo };
}

/** The send definition that an object names by its key or ObjectID. */
export function definitionOf(write: Write): SendDefinition | undefined {
  const indexes = { CustomerKey: 'key', ObjectID: 'objectId' } as const;
  return itemNamed(write.org.sendDefinitions, write, write.object, indexes);
}

/** The refusal of a send definition that is not there. */
export function notFound({ object }: Write): Outcome {
  return refused(42002, 'The send definition was not found.', object);
}

function classificationOf(write: Write): SendClassification | undefined {
  return classificationNamed(write, write.object.struct('SendClassification'));
}

function emailOf(write: Write): number | Outcome {
  const struct = write.object.struct('Email');
  if (struct === undefined) return refused(42005, 'An email must be specified.');
  return emailNamed(write, struct)?.id ?? refused(42004, 'The email was not found.');
}

function listsOf(write: Write): readonly SendList[] | Outcome {
  const lists: SendList[] = [];
  for (const struct of write.object.structs('SendDefinitionList')) {
    const list = listOf(write, struct);
    if ('ok' in list) return list;
    lists.push(list);
  }
  return lists;
}

function listOf(write: Write, struct: ApiStruct): SendList | Outcome {
  const { org } = write;
  const source = struct.text('DataSourceTypeID', 'List');
  const listId = struct.struct('List')?.number('ID');
  const dataExtensionId = struct.text('CustomObjectID');
  const list: SendList = {
    objectId: org.random.guid(),
    type: struct.text('SendDefinitionListType', 'SourceList'),
    source,
    listId,
    dataExtensionId,
    isTest: struct.flag('IsTestObject', false),
  };
  return sources[source]?.(write, struct, list) ?? list;
}

type SourceCheck = (write: Write, struct: ApiStruct, list: SendList) => SendList | Outcome;

/** What is to be there for each kind of source. */
const sources: Readonly<Record<string, SourceCheck>> = {
  List: ({ org, account }, _struct, list) =>
    isThere(org, account.mid, list.listId ?? 0) ? list : refused(42007, 'The list was not found.'),
  CustomObject: ({ org, account }, _struct, list) => {
    const extension = sendableExtension(org, account.mid, list.dataExtensionId ?? '');
    return extension?.isSendable === true ? list : refused(42008, 'The custom object was not found.');
  },
  FilterDefinition: (write, struct, list) => {
    const filter = filterOf(write, struct);
    return filter === undefined
      ? refused(42110, 'The filter definition was not found.')
      : { ...list, keys: () => keysPicked(write, filter, list.listId) };
  },
};

/** A list, or a group. */
function isThere(org: Org, mid: number, id: number): boolean {
  return org.lists.find(mid, 'id', id) !== undefined || org.groups.find(mid, 'id', id) !== undefined;
}
