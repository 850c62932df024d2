/** Writing send classifications. The messages of success are recorded, the codes documented, the other texts inferred. */
import type { SendClassification } from '../org/content.ts';
import type { KeptObject } from '../org/kept.ts';
import type { Write } from './apiObject.ts';
import { keptNamed } from './kept/keptObject.ts';
import { classificationNamed } from './named.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

const type = 'SendClassification';

export function createClassification(write: Write): Outcome {
  const { org, account, object, now } = write;
  const name = object.text('Name', '');
  if (name === '') return refused(24_104, 'The name of the send classification is required.', object);
  const key = object.text('CustomerKey') ?? org.random.guid();
  if (key.length > 36) return refused(24_103, 'The CustomerKey is longer than 36 characters.', object);
  if (org.sendClassifications.find(account.mid, 'key', key) !== undefined) {
    return refused(1, `The CustomerKey ${key} is already in use.`, object);
  }
  const profiles = profilesOf(write);
  if ('ok' in profiles) return { ...profiles, echo: object };
  const made: SendClassification = {
    mid: account.mid,
    objectId: org.random.guid(),
    key,
    name,
    description: object.text('Description', ''),
    type: object.text('SendClassificationType', 'Marketing'),
    ...profiles,
    archiveEmail: object.flag('ArchiveEmail', false),
    createdAt: now,
    modifiedAt: now,
  };
  org.sendClassifications.add(made);
  const echo = echoOf(object, { ObjectID: made.objectId, CustomerKey: key });
  return { ok: true, message: `${type} created`, newObjectId: made.objectId, echo };
}

export function updateClassification(write: Write): Outcome {
  const { object, now } = write;
  const found = classificationNamed(write, object);
  if (found === undefined) return notFound(write);
  const profiles = profilesOf(write, found);
  if ('ok' in profiles) return { ...profiles, echo: object };
  found.name = object.text('Name', found.name);
  found.description = object.text('Description', found.description);
  found.type = object.text('SendClassificationType', found.type);
  found.archiveEmail = object.flag('ArchiveEmail', found.archiveEmail);
  Object.assign(found, profiles, { modifiedAt: now });
  return { ok: true, message: `${type} updated`, echo: echoOf(object, { ObjectID: found.objectId }) };
}

export function deleteClassification(write: Write): Outcome {
  const { org, object } = write;
  const found = classificationNamed(write, object);
  if (found === undefined) return notFound(write);
  const definitions = [...org.sendDefinitions.all(), ...org.triggeredSendDefinitions.all()];
  const user = definitions.find(({ classification }) => classification === found);
  if (user !== undefined) {
    return refused(2, `The send classification is used by the definition ${user.key}.`, object);
  }
  org.sendClassifications.remove(found);
  return { ok: true, message: `${type} deleted`, echo: object };
}

function notFound({ object }: Write): Outcome {
  return refused(24_100, 'The send classification was not found.', object);
}

type Profiles = Pick<SendClassification, 'senderProfile' | 'deliveryProfile'>;

/** The profiles that an object names, else those that were there, else `Default` of the account (inferred). */
function profilesOf(write: Write, before?: Profiles): Profiles | Outcome {
  const senderProfile = profileOf(write, 'SenderProfile', before?.senderProfile);
  if (senderProfile === undefined) return refused(24_101, 'The sender profile was not found.');
  const deliveryProfile = profileOf(write, 'DeliveryProfile', before?.deliveryProfile);
  if (deliveryProfile === undefined) return refused(24_102, 'The delivery profile was not found.');
  return { senderProfile, deliveryProfile };
}

function profileOf(write: Write, member: string, before: KeptObject | undefined): KeptObject | undefined {
  const struct = write.object.struct(member);
  if (struct !== undefined) return keptNamed(member, write, struct);
  return before ?? write.org.kept.of(member).find(write.account.mid, 'key', 'Default');
}
