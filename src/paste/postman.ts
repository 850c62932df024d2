/** Requests of a Postman collection, or one of them: their raw bodies. Postman's variables are written like ours. */
import { fromEnvelope, whyNoRequest } from './envelope.ts';

/** Every envelope in the JSON, in its order, each titled by its item; of one that is broken, what is wrong. */
export function fromPostman(text: string): string | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const requests = [...envelopesIn(json, 'Pasted request')];
  return requests.length === 0 ? undefined : requests.join('\n');
}

function* envelopesIn(value: unknown, title: string): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) yield* envelopesIn(item, title);
    return;
  }
  if (!isRecord(value)) return;
  const name = typeof value['name'] === 'string' ? value['name'].replaceAll(/\s+/g, ' ') : title;
  const body = isRecord(value['body']) ? value['body'] : undefined;
  const raw = body?.['raw'];
  if (typeof raw === 'string') yield* requestIn(raw.trim(), name);
  for (const key of ['item', 'request']) yield* envelopesIn(value[key], name);
}

/** A body that cannot be taken over leaves a comment; it itself may hold a token, and stays behind. */
function* requestIn(body: string, title: string): Generator<string> {
  const request = fromEnvelope(body, title);
  const why = request === undefined ? whyNoRequest(body) : undefined;
  if (request !== undefined) yield request;
  else if (why !== undefined) yield `### ${title}\n# The body was not taken over: ${why}\n`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
