/**
 * Writing triggered send definitions. The messages of success are recorded, codes and the states that follow on each
 * other documented, the other texts inferred.
 */
import type { ApiStruct } from '../message/value.ts';
import { senderOf, type Email, type OwnProfiles, type TriggeredSendDefinition } from '../org/content.ts';
import { everybodysList } from '../org/people.ts';
import { TriggeredJob } from '../org/sends/triggeredJob.ts';
import type { Write } from './apiObject.ts';
import {
  classificationNamed,
  emailNamed,
  extensionNamed,
  itemNamed,
  listNamed,
  rootFolder,
} from './named.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';
import { ownProfilesOf } from './ownProfiles.ts';

const type = 'TriggeredSendDefinition';

export function createTriggeredSendDefinition(write: Write): Outcome {
  const { org, account, object, now } = write;
  const name = object.text('Name', '');
  const key = object.text('CustomerKey') ?? org.random.guid();
  const problem = createProblem(write, name, key);
  if (problem !== undefined) return { ...problem, echo: object };
  const parts = partsOf(write, undefined);
  if ('ok' in parts) return { ...parts, echo: object };
  const objectId = org.random.guid();
  const made: TriggeredSendDefinition = {
    mid: account.mid,
    objectId,
    key,
    name,
    ...parts,
    ...settingsOf(write, defaults),
    status: 'New',
    folderId: object.number('CategoryID') ?? rootFolder(write, 'triggered_send') ?? 0,
    job: new TriggeredJob(objectId),
    createdAt: now,
    modifiedAt: now,
    perHour: 0,
    stoppedAt: now,
  };
  org.triggeredSendDefinitions.add(made);
  addJob(write, made);
  const echo = echoOf(object, { ObjectID: objectId, CustomerKey: key });
  return { ok: true, message: `${type} created`, newObjectId: objectId, echo };
}

function createProblem({ org, account }: Write, name: string, key: string): Outcome | undefined {
  if (name === '') return refused(17101, 'The name of the triggered send definition is required.');
  if (key.length > 36) return refused(17100, 'The CustomerKey is longer than 36 characters.');
  const taken = org.triggeredSendDefinitions.find(account.mid, 'key', key) !== undefined;
  return taken ? refused(1, `The CustomerKey ${key} is already in use.`) : undefined;
}

/** Its messages are a send of their own, whose events name the definition. */
function addJob({ org, now }: Write, made: TriggeredSendDefinition): void {
  const email = org.emails.find(made.mid, 'id', made.emailId);
  org.sends.add({
    mid: made.mid,
    objectId: org.random.guid(),
    definition: undefined,
    email: { id: made.emailId, name: email?.name ?? '', links: email?.links ?? [] },
    subject: made.subject,
    fromName: made.fromName ?? senderOf(made).fromName,
    fromAddress: made.fromAddress ?? senderOf(made).fromAddress,
    createdAt: now,
    startsAt: now,
    duration: 1,
    failsAt: undefined,
    audience: made.job,
    isMultipart: made.isMultipart,
    seed: org.random.integer(),
    course: made.job,
  });
}

export function updateTriggeredSendDefinition(write: Write): Outcome {
  const { org, object, now } = write;
  const found = triggeredSendDefinitionNamed(write, write.object);
  if (found === undefined) return notFound(write);
  const status = object.text('TriggeredSendStatus', found.status);
  const problem = statusProblem(found, status) ?? changeProblem(write, found);
  if (problem !== undefined) return { ...problem, echo: object };
  const parts = partsOf(write, found);
  if ('ok' in parts) return { ...parts, echo: object };
  org.triggeredSendDefinitions.update(found, () => {
    Object.assign(found, parts, settingsOf(write, found), { status, modifiedAt: now });
    found.name = object.text('Name', found.name);
    found.folderId = object.number('CategoryID', found.folderId);
    found.stoppedAt = status === 'Active' ? undefined : (found.stoppedAt ?? now);
  });
  if (status === 'Active') found.job.activate(now, found.priority);
  else found.job.pause(now);
  return { ok: true, message: `${type} updated`, echo: object };
}

/** A definition that is deleted is kept, with the status that says so (observed). */
export function deleteTriggeredSendDefinition(write: Write): Outcome {
  const found = triggeredSendDefinitionNamed(write, write.object);
  if (found === undefined) return notFound(write);
  if (found.status === 'Deleted') return refused(17004, `The ${type} cannot be deleted.`, write.object);
  write.org.triggeredSendDefinitions.update(found, () => {
    found.stoppedAt ??= write.now;
    found.status = 'Deleted';
    found.modifiedAt = write.now;
  });
  found.job.pause(write.now);
  return { ok: true, message: `${type} deleted`, echo: write.object };
}

/** The definition that a structure names by its key or GUID. */
export function triggeredSendDefinitionNamed(
  place: Pick<Write, 'org' | 'account'>,
  struct: ApiStruct | undefined,
): TriggeredSendDefinition | undefined {
  const indexes = { CustomerKey: 'key', ObjectID: 'objectId' } as const;
  return itemNamed(place.org.triggeredSendDefinitions, place, struct, indexes);
}

function notFound({ object }: Write): Outcome {
  return refused(17010, `The ${type} was not found by its ObjectID or CustomerKey.`, object);
}

/** Canceled and deleted ones come back no more. */
function statusProblem(found: TriggeredSendDefinition, status: string): Outcome | undefined {
  if (['Canceled', 'Deleted', 'Moved'].includes(found.status)) {
    return refused(17003, `A ${type} with the status ${found.status} cannot be updated.`);
  }
  if (status === 'Active' || status === found.status) return undefined;
  if (status === 'Inactive') {
    return found.status === 'Active' ? undefined : refused(17002, `The ${type} cannot be deactivated.`);
  }
  return status === 'Canceled' ? undefined : refused(17003, `The status cannot be set to ${status}.`);
}

/** What changes the message of a running definition must wait until it is paused (documented). */
function changeProblem({ object }: Write, found: TriggeredSendDefinition): Outcome | undefined {
  if (found.status !== 'Active') return undefined;
  if (object.flag('RefreshContent') === true) {
    return refused(17005, `The content of a running ${type} cannot be refreshed; pause it first.`);
  }
  const touched = ['Email', 'EmailSubject', 'SendClassification', 'List', 'SendSourceDataExtension'];
  return touched.some((member) => object.has(member))
    ? refused(17003, `A running ${type} cannot be updated; pause it first.`)
    : undefined;
}

type Parts = Pick<
  TriggeredSendDefinition,
  'classification' | 'emailId' | 'listId' | 'subject' | 'sendSourceKey' | keyof OwnProfiles
>;

/** The objects that it refers to, as written and else as before. */
function partsOf(write: Write, before: TriggeredSendDefinition | undefined): Parts | Outcome {
  const { object } = write;
  const classification = object.has('SendClassification')
    ? classificationNamed(write, object.struct('SendClassification'))
    : before?.classification;
  if (classification === undefined) return refused(17014, 'The send classification was not found.');
  const profiles = ownProfilesOf(write, before);
  if ('ok' in profiles) return profiles;
  const email = emailOf(write, before);
  if (email === undefined) return refused(17016, 'The email was not found.');
  const listId = listOf(write, before);
  if (listId === undefined) return refused(17017, 'The list was not found.');
  const sendSourceKey = sourceOf(write, before);
  if (typeof sendSourceKey === 'object') return sendSourceKey;
  const subject = object.text('EmailSubject') ?? before?.subject ?? email.subject;
  return { classification, ...profiles, emailId: email.id, listId, subject, sendSourceKey };
}

function emailOf(write: Write, before: TriggeredSendDefinition | undefined): Email | undefined {
  const { org, account, object } = write;
  if (object.has('Email') || before === undefined) return emailNamed(write, object.struct('Email'));
  return org.emails.find(account.mid, 'id', before.emailId);
}

function sourceOf(write: Write, before: TriggeredSendDefinition | undefined): string | undefined | Outcome {
  const struct = write.object.struct('SendSourceDataExtension');
  if (struct === undefined) return before?.sendSourceKey;
  const extension = extensionNamed(write, struct);
  return extension?.key ?? refused(180_015, 'The data extension of the triggered send was not found.');
}

function listOf(write: Write, before: TriggeredSendDefinition | undefined): number | undefined {
  const struct = write.object.struct('List');
  if (struct !== undefined) return listNamed(write, struct)?.id;
  if (before !== undefined) return before.listId;
  const everybody = [...write.org.lists.all()].find(
    (list) => list.mid === write.account.mid && list.name === everybodysList,
  );
  return everybody?.id ?? 0;
}

type Settings = Pick<
  TriggeredSendDefinition,
  | 'description'
  | 'fromName'
  | 'fromAddress'
  | 'bccEmail'
  | 'isMultipart'
  | 'autoAddSubscribers'
  | 'autoUpdateSubscribers'
  | 'priority'
  | 'suppressTracking'
  | 'sendLimit'
>;

const defaults: Settings = {
  description: '',
  fromName: undefined,
  fromAddress: undefined,
  bccEmail: '',
  isMultipart: true,
  autoAddSubscribers: false,
  autoUpdateSubscribers: false,
  priority: 'Medium',
  suppressTracking: false,
  sendLimit: 0,
};

function settingsOf({ object }: Write, before: Settings): Settings {
  return {
    description: object.text('Description', before.description),
    fromName: object.text('FromName') ?? before.fromName,
    fromAddress: object.text('FromAddress') ?? before.fromAddress,
    bccEmail: object.text('BccEmail', before.bccEmail),
    isMultipart: object.flag('IsMultipart', before.isMultipart),
    autoAddSubscribers: object.flag('AutoAddSubscribers', before.autoAddSubscribers),
    autoUpdateSubscribers: object.flag('AutoUpdateSubscribers', before.autoUpdateSubscribers),
    priority: object.text('Priority', before.priority),
    suppressTracking: object.flag('SuppressTracking', before.suppressTracking),
    sendLimit: object.number('SendLimit', before.sendLimit),
  };
}
