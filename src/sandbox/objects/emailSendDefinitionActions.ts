/** Performing send definitions: counting whom they reach, and starting them. */
import { senderOf, type SendDefinition } from '../org/content.ts';
import type { Org } from '../org/org.ts';
import { audienceOf } from '../org/sends/audience.ts';
import type { Write } from './apiObject.ts';
import { definitionOf, notFound } from './emailSendDefinitionWrites.ts';
import { echoOf, type Performed } from './outcome.ts';
import { makeSend, queueing, type SendToMake } from './sendMaking.ts';

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
  const send = makeSend(org, sendOf(org, definition), { now, startsAt });
  return {
    ok: true,
    message: 'EmailSendDefinition performed',
    echo: echoOf(object, { ObjectID: definition.objectId, CustomerKey: definition.key }),
    task: { message: 'OK', id: send.id, objectId: send.objectId },
  };
}

function sendOf(org: Org, definition: SendDefinition): SendToMake {
  return {
    mid: definition.mid,
    definition: { objectId: definition.objectId, key: definition.key },
    email: { id: definition.emailId, ...emailParts(org, definition) },
    subject: definition.subject,
    ...senderOf(definition.classification),
    audience: audienceOf(org, definition),
    isMultipart: definition.isMultipart,
  };
}

function emailParts(org: Org, { mid, emailId }: SendDefinition): { name: string; links: readonly string[] } {
  const { name = '', links = [] } = org.emails.find(mid, 'id', emailId) ?? {};
  return { name, links };
}
