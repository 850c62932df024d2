/** Performing send definitions: counting whom they reach, and starting them. */
import { senderOf, type SendDefinition } from '../org/content.ts';
import type { Org } from '../org/org.ts';
import { audienceOf } from '../org/sends/audience.ts';
import type { Audience } from '../org/sends/send.ts';
import type { Write } from './apiObject.ts';
import { definitionOf, notFound } from './emailSendDefinitionWrites.ts';
import { echoOf, refused, type Performed } from './outcome.ts';
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
        send.audience = audienceOf(write.org, { ...definition, sendId: send.id });
      },
    });
  }
  return performed;
}

/**
 * Test: a send to the test lists of the definition, and to the addresses that it or the call names. The action and its
 * code are documented, the rest is inferred.
 */
export function testSend(write: Write): Performed {
  const { org, object, now } = write;
  const definition = definitionOf(write);
  if (definition === undefined) return notFound(write);
  const addresses = addressesIn(object.text('TestEmailAddr', definition.testAddresses));
  const invalid = addresses.find((address) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address));
  if (invalid !== undefined) {
    return refused(42_112, `The test address ${invalid} is not a valid e-mail address.`, object);
  }
  const lists = definition.lists.filter(({ isTest }) => isTest);
  if (lists.length + addresses.length === 0) {
    return refused(42_112, 'A test needs a test list (IsTestObject) or a TestEmailAddr.', object);
  }
  const onLists = audienceOf(org, {
    ...definition,
    lists: lists.map((list) => ({ ...list, type: 'SourceList', isTest: false })),
  });
  const audience: Audience = {
    size: onLists.size + addresses.length,
    keyAt: (index) => (index < onLists.size ? onLists.keyAt(index) : (addresses[index - onLists.size] ?? '')),
  };
  return makeFrom(write, definition, { audience, startsAt: now + queueing });
}

function addressesIn(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

function sendAt(write: Write, startsAt: number): Performed {
  const definition = definitionOf(write);
  if (definition === undefined) return notFound(write);
  return makeFrom(write, definition, { audience: audienceOf(write.org, definition), startsAt });
}

function makeFrom(
  { org, object, now }: Write,
  definition: SendDefinition,
  { audience, startsAt }: { readonly audience: Audience; readonly startsAt: number },
): Performed {
  const send = makeSend(org, sendOf(org, definition, audience), { now, startsAt });
  return {
    ok: true,
    message: 'EmailSendDefinition performed',
    echo: echoOf(object, { ObjectID: definition.objectId, CustomerKey: definition.key }),
    task: { message: 'OK', id: send.id, objectId: send.objectId },
  };
}

function sendOf(org: Org, definition: SendDefinition, audience: Audience): SendToMake {
  return {
    mid: definition.mid,
    definition: { objectId: definition.objectId, key: definition.key },
    email: { id: definition.emailId, ...emailParts(org, definition) },
    subject: definition.subject,
    ...senderOf(definition),
    audience,
    isMultipart: definition.isMultipart,
  };
}

function emailParts(org: Org, { mid, emailId }: SendDefinition): { name: string; links: readonly string[] } {
  const { name = '', links = [] } = org.emails.find(mid, 'id', emailId) ?? {};
  return { name, links };
}
