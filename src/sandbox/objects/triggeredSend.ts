/**
 * TriggeredSend: asks a triggered send definition for messages. That its result shows no object is recorded, as is
 * its class; codes are documented, texts inferred.
 */
import { ApiStruct } from '../message/value.ts';
import type { TriggeredSendDefinition } from '../org/content.ts';
import { fieldNamed, primaryKeyOf } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';
import type { Subscriber } from '../org/people.ts';
import { suppressedAddresses } from '../org/sends/suppression.ts';
import type { ApiObject, Write } from './apiObject.ts';
import { extensionNamed, subscriberNamed } from './named.ts';
import { refused, type Outcome } from './outcome.ts';
import { readCell } from './rowValues.ts';
import { createSubscriber, updateSubscriber } from './subscriberWrites.ts';
import { triggeredSendDefinitionNamed } from './triggeredSendDefinitionWrites.ts';

export const triggeredSend: ApiObject = { type: 'TriggeredSend', create: fire };

const resultType = 'TriggeredSendCreateResult';

function fire(write: Write): Outcome {
  const definition = triggeredSendDefinitionNamed(write, write.object.struct('TriggeredSendDefinition'));
  const subscribers = write.object.structs('Subscribers');
  const problem = definitionProblem(definition) ?? (subscribers.length === 0 ? noSubscribers : undefined);
  if (definition === undefined || problem !== undefined) {
    return { ...(problem ?? notFound), resultType };
  }
  const suppressed = suppressedAddresses(write.org, definition);
  const failures = subscribers.flatMap((subscriber, ordinal) => {
    const failure = askFor({ write, definition, suppressed }, subscriber);
    return failure === undefined ? [] : [failureOf(subscriber, ordinal, failure)];
  });
  if (failures.length === 0) return { ok: true, message: 'Created TriggeredSend', resultType };
  const members = { SubscriberFailures: failures };
  if (failures.length === subscribers.length) {
    const text = 'Unable to queue Triggered Send request. There are no valid subscribers.';
    return { ...refused(180_008, text), resultType, members };
  }
  const overall = `HasErrors: ${String(failures.length)} subscribers failed to queue out of ${String(subscribers.length)}`;
  return { ok: true, message: 'Created TriggeredSend', resultType, members, overall };
}

const notFound = refused(18_002, 'Unable to queue Triggered Send request: the definition was not found.');
const noSubscribers = refused(180_007, 'There are no subscribers in the TriggeredSend.');

/** An inactive definition takes messages in and lets them wait; one that is new or gone takes none. */
function definitionProblem(definition: TriggeredSendDefinition | undefined): Outcome | undefined {
  switch (definition?.status) {
    case undefined:
      return notFound;
    case 'Active':
    case 'Inactive':
      return undefined;
    case 'New':
      return refused(18_001, 'The TriggeredSendDefinition is not fully configured or still New.');
    default:
      return refused(18_002, `The TriggeredSendDefinition is ${definition?.status ?? ''}.`);
  }
}

interface Failure {
  readonly code: number;
  readonly text: string;
}

interface Asking {
  readonly write: Write;
  readonly definition: TriggeredSendDefinition;
  /** The addresses of its suppression lists, in lower case. */
  readonly suppressed: ReadonlySet<string>;
}

/**
 * Takes one message in; says why when its subscriber cannot have it. Suppression lists apply to what is asked for, not
 * to what waits already (documented); the call is not told of them, for none of its codes is for that (inferred).
 */
function askFor({ write, definition, suppressed }: Asking, struct: ApiStruct): Failure | undefined {
  const { now } = write;
  const subscriber = subscriberFor(write, definition, struct);
  if (!('key' in subscriber)) return subscriber;
  const { key, status } = subscriber;
  if (status === 'Unsubscribed') {
    definition.job.hinder(key, now, 'optOut');
    return { code: 1, text: 'The subscriber is unsubscribed.' };
  }
  if (status === 'Held' || status === 'Bounced') {
    definition.job.hinder(key, now, 'undeliverable');
    return { code: 2, text: 'The subscriber is held.' };
  }
  if (suppressed.has(struct.text('EmailAddress', '').toLowerCase())) {
    definition.job.hinder(key, now, 'suppressed');
    return undefined;
  }
  keepAttributes(write, definition, struct);
  const { priority } = definition;
  definition.job.ask(key, now, { isActive: definition.status === 'Active', priority });
  return undefined;
}

/** The subscriber of a message, who is added to the account or changed if the definition says so. */
function subscriberFor(
  write: Write,
  definition: TriggeredSendDefinition,
  struct: ApiStruct,
): Subscriber | Failure {
  if (struct.text('EmailAddress', '') === '') return { code: 4, text: 'The email address is missing.' };
  const found = subscriberNamed(write, struct);
  const listed = struct.copy();
  listed.set('Lists', new ApiStruct('SubscriberList', { ID: definition.listId, Action: 'upsert' }));
  const change: Write = { ...write, object: listed, saveAction: undefined };
  if (found !== undefined) {
    if (definition.autoUpdateSubscribers && found.status === 'Active') updateSubscriber(change);
    return found;
  }
  if (!definition.autoAddSubscribers) {
    return { code: 11, text: 'The subscriber is not on the All Subscribers list.' };
  }
  const made = createSubscriber(change);
  const added = made.ok ? subscriberNamed(write, struct) : undefined;
  return added ?? { code: 5, text: made.message };
}

/** The attributes of a message are a row of the definition's data extension, by the names of its columns. */
function keepAttributes(write: Write, definition: TriggeredSendDefinition, struct: ApiStruct): void {
  if (definition.sendSourceKey === undefined) return;
  const named = new ApiStruct('DataExtension', { CustomerKey: definition.sendSourceKey });
  const extension = extensionNamed(write, named);
  if (extension === undefined) return;
  const texts: [string, string | null][] = [
    ['SubscriberKey', struct.text('SubscriberKey', struct.text('EmailAddress', ''))],
    ['EmailAddress', struct.text('EmailAddress', '')],
    ...[...write.object.structs('Attributes'), ...struct.structs('Attributes')].map(
      (each): [string, string] => [each.text('Name', ''), each.text('Value', '')],
    ),
  ];
  const cells = new Map<Field, string | null>();
  for (const [name, text] of texts) {
    const field = fieldNamed(extension, name);
    const cell = field === undefined ? undefined : readCell(field, text);
    if (field === undefined || cell === undefined || !('text' in cell)) {
      write.trap('unknown-column', `${extension.key} takes no "${name}": the attribute is dropped.`);
    } else {
      cells.set(field, cell.text);
    }
  }
  const key = primaryKeyOf(extension);
  const position =
    key.length === 0
      ? undefined
      : extension.rows.find(
          key,
          key.map((each) => cells.get(each) ?? ''),
        );
  if (position === undefined) extension.rows.insert(key, cells, write.now);
  else extension.rows.update(position, cells);
}

function failureOf(subscriber: ApiStruct, ordinal: number, { code, text }: Failure): ApiStruct {
  return new ApiStruct('SubscriberResult', {
    Subscriber: subscriber,
    ErrorCode: String(code),
    ErrorDescription: text,
    Ordinal: ordinal,
  });
}
