/** Performing send definitions: counting whom they reach, and starting them. */
import type { SendDefinition } from '../org/content.ts';
import type { Org } from '../org/org.ts';
import { audienceOf } from '../org/sends/audience.ts';
import { planAftermath } from './aftermath.ts';
import type { Write } from './apiObject.ts';
import { definitionOf, notFound } from './emailSendDefinitionWrites.ts';
import { echoOf, type Performed } from './outcome.ts';

/** How many messages a second a started send sends, and how long it takes at least. */
const messagesPerSecond = 60;
const shortest = 20_000;
/** How long a started send waits before its first message. */
const queueing = 5000;

/** GetMaxCount: the number comes as the message of the task (documented). */
export function countAudience(write: Write): Performed {
  const definition = definitionOf(write);
  if (definition === undefined) return notFound(write);
  return {
    ok: true,
    message: 'Task status message holds the requested value.',
    echo: write.object,
    task: { message: String(audienceOf(write.org, definition).size) },
  };
}

/** Start: makes a send, whose ID is that of the task (observed by public clients). */
export function startSend(write: Write): Performed {
  return sendAt(write, write.now + queueing);
}

/** Schedule: makes a send that waits; whom it goes to is told when it starts. */
export function prepareSend(write: Write, at: number): Performed {
  const performed = sendAt(write, at);
  const send = write.org.sends.find(performed.task?.id ?? 0, write.now);
  const definition = definitionOf(write);
  if (send !== undefined && definition !== undefined) {
    write.org.plan({
      at,
      work: () => {
        send.audience = audienceOf(write.org, definition);
      },
    });
  }
  return performed;
}

function sendAt(write: Write, startsAt: number): Performed {
  const { org, object, now } = write;
  const definition = definitionOf(write);
  if (definition === undefined) return notFound(write);
  const send = org.sends.add(newSend(org, definition, { now, startsAt }));
  planAftermath(org, send);
  return {
    ok: true,
    message: 'EmailSendDefinition performed',
    echo: echoOf(object, { ObjectID: definition.objectId, CustomerKey: definition.key }),
    task: { message: 'OK', id: send.id, objectId: send.objectId },
  };
}

function newSend(
  org: Org,
  definition: SendDefinition,
  { now, startsAt }: { readonly now: number; readonly startsAt: number },
): Parameters<Org['sends']['add']>[0] {
  const audience = audienceOf(org, definition);
  const email = org.emails.find(definition.mid, 'id', definition.emailId);
  const { fromName, fromAddress } = definition.classification.senderProfile;
  return {
    mid: definition.mid,
    objectId: org.random.guid(),
    definition: { objectId: definition.objectId, key: definition.key },
    email: { id: definition.emailId, name: email?.name ?? '', links: email?.links ?? [] },
    subject: definition.subject,
    fromName,
    fromAddress,
    createdAt: now,
    startsAt,
    duration: Math.max(shortest, (audience.size / messagesPerSecond) * 1000),
    failsAt: undefined,
    audience,
    isMultipart: definition.isMultipart,
    seed: org.random.integer(),
  };
}
