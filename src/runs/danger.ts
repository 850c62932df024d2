/** What a request would do, told before it is sent: who is asked what depends on it. */
import { localName, type XmlElementNode } from '../language/index.ts';
import { objectsOf, textOfChild, typeOf } from './objects.ts';

/** From harmless to not to be taken back. */
export type Effect = 'reads' | 'writes' | 'deletes' | 'clears' | 'sends';

export interface Danger {
  readonly effect: Effect;
  /** What is done, as a person says it: "Delete 3 Subscriber objects". */
  readonly summary: string;
  /** Objects in the request. */
  readonly count: number;
  /** Types of the objects, each once. */
  readonly types: readonly string[];
  /** Keys of the first objects, for a person to recognise them by. */
  readonly keys: readonly string[];
}

/** How many keys are shown. */
const shownKeys = 5;

const readers = new Set(['Retrieve', 'Describe', 'Query', 'GetSystemStatus', 'VersionInfo']);

/** Creating one of these sends a message. */
const sentWhenCreated = new Set(['TriggeredSend', 'SMSTriggeredSend', 'Send', 'SMSMTActivity']);

/** Starting, or scheduling, one of these sends messages. */
const sendDefinition = /SendDefinition$|^Send$|^Automation$|^MessagingConfiguration$/;

/**
 * Says what a message would do.
 * @param message with its variables filled in.
 */
export function assess(operation: string, message: XmlElementNode): Danger {
  const objects = objectsOf(message);
  const effect = effectOf(operation, message, objects);
  const types = [...new Set(objects.map((object) => typeOf(object) ?? 'object'))];
  const action = textOfChild(message, 'Action');
  const verb = action === undefined || action === '' ? operation : `${operation} ${action}:`;
  const count = objects.length;
  return {
    effect,
    summary:
      count === 0 ? verb : `${verb} ${String(count)} ${types.join(', ')}${count === 1 ? '' : ' objects'}`,
    count,
    types,
    keys: keysOf(objects),
  };
}

function effectOf(operation: string, message: XmlElementNode, objects: readonly XmlElementNode[]): Effect {
  if (readers.has(operation)) return 'reads';
  const types = objects.map((object) => typeOf(object) ?? '');
  const action = textOfChild(message, 'Action')?.toLowerCase();
  if (operation === 'Delete') return 'deletes';
  if (operation === 'Create' && types.some((type) => sentWhenCreated.has(type))) return 'sends';
  if (operation === 'Perform' && action === 'cleardata') return 'clears';
  const starts = action === 'start' && (operation === 'Perform' || operation === 'Schedule');
  return starts && types.some((type) => sendDefinition.test(type)) ? 'sends' : 'writes';
}

function keysOf(objects: readonly XmlElementNode[]): string[] {
  const keys = new Set<string>();
  for (const object of objects) {
    const key = keyOf(object);
    if (key !== undefined) keys.add(key);
    if (keys.size === shownKeys) break;
  }
  return [...keys];
}

const keyProperties = ['SubscriberKey', 'CustomerKey', 'ObjectID', 'ID', 'Name', 'EmailAddress'];

function keyOf(object: XmlElementNode): string | undefined {
  for (const property of keyProperties) {
    const text = textOfChild(object, property);
    if (text !== undefined && text !== '') return text;
  }
  const definition = object.children.find(
    (node): node is XmlElementNode => node.kind === 'element' && localName(node.name).endsWith('Definition'),
  );
  return definition === undefined ? undefined : keyOf(definition);
}

/** When a person is asked before a request is sent. */
export interface Caution {
  /** Writing more objects than this is asked about. */
  readonly objects: number;
}

/** How a person agrees: not asked at all, by a button, or by the name of the connection typed. */
export type Consent = 'none' | 'button' | 'name';

/**
 * How a person has to agree before a request is sent. In production what is dangerous, large writes among it, takes the
 * name of the connection typed: stress tests belong elsewhere (best-practices row B5).
 */
export function consentFor(
  danger: Danger,
  caution: Caution,
  { isProduction, hasNote }: { readonly isProduction: boolean; readonly hasNote: boolean },
): Consent {
  if (needsConsent(danger, caution)) return isProduction ? 'name' : 'button';
  return hasNote ? 'button' : 'none';
}

/** True when a person has to agree, even without `# @note`. */
export function needsConsent({ effect, count }: Danger, { objects }: Caution): boolean {
  return (
    effect === 'sends' ||
    effect === 'clears' ||
    effect === 'deletes' ||
    (effect === 'writes' && count > objects)
  );
}
