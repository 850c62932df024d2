/** Reads the body of an HTTP answer without holding anybody up, once it is plain that it is XML. */
import { MarketingCloudError, type ErrorCode } from '../errors.ts';
import { breathe } from '../flow/pacer.ts';
import type { HttpResponse } from '../transport/transport.ts';
import type { AnswerReader } from './answerReader.ts';
import type { XmlElement } from './xmlTree.ts';

/** Told while an answer is read. */
interface Progress {
  /** Bytes so far, decompressed. */
  responseBytes: number;
  /** Milliseconds spent on reading, apart from waiting. */
  parse: number | undefined;
}

/** Small enough that reading one piece never holds up the event loop for longer than a pacer's turn. */
const pieceLength = 16_384;

/**
 * Feeds a reader with the body.
 * @param most bytes that are taken.
 * @throws MarketingCloudError `not-soap`, `unavailable`, `throttled`, `answer-too-large`, and what the reader throws.
 */
export async function readAnswer<Extra>(
  response: HttpResponse,
  reader: AnswerReader<Extra>,
  progress: Progress,
  most: number,
): Promise<{ root: XmlElement; extra: Extra }> {
  let spent = 0;
  if (response.status >= 300 && response.status < 400) throw await redirected(response);
  for await (const chunk of xmlBody(response)) {
    progress.responseBytes += chunk.length;
    if (progress.responseBytes > most) throw tooLarge(most);
    for (let from = 0; from < chunk.length; from += pieceLength) {
      await breathe();
      const start = performance.now();
      reader.push(chunk.subarray(from, from + pieceLength));
      spent += performance.now() - start;
    }
  }
  const start = performance.now();
  const result = await reader.end();
  progress.parse = spent + performance.now() - start;
  return result;
}

/** A token must not follow to wherever an answer points. */
async function redirected({ status, headers, body }: HttpResponse): Promise<MarketingCloudError> {
  await body[Symbol.asyncIterator]().return?.();
  const location = headers['location'] ?? '';
  const target = URL.canParse(location) ? new URL(location).host : location;
  return new MarketingCloudError(
    'not-soap',
    `The address answers with a redirection${target === '' ? '' : ` to ${target}`}, which the service does not do.`,
    { httpStatus: status, notActedOn: true },
  );
}

function tooLarge(most: number): MarketingCloudError {
  const megabytes = String(Math.round(most / 1_000_000));
  return new MarketingCloudError(
    'answer-too-large',
    `The answer is larger than ${megabytes} MB, which is as much as is taken.`,
  );
}

/** Longest beginning of an undeclared answer that is looked at, in bytes. */
const glance = 512;

/** The body, once it is plain that it may be XML. A page of HTML or a line of text is read no further. */
async function* xmlBody(response: HttpResponse): AsyncGenerator<Uint8Array> {
  const type = response.headers['content-type'] ?? 'no content type';
  let isXml = /\bxml\b/.test(type);
  let beginning = Buffer.alloc(0);
  for await (const chunk of response.body) {
    if (isXml) {
      yield chunk;
      continue;
    }
    beginning = Buffer.concat([beginning, chunk]);
    if (beginning.length < glance) continue;
    isXml = looksLikeEnvelope(beginning);
    if (!isXml) break;
    yield beginning;
  }
  if (isXml) return;
  if (!looksLikeEnvelope(beginning)) throw notSoap(response.status, type, beginning);
  yield beginning;
}

function looksLikeEnvelope(beginning: Buffer): boolean {
  return /^\uFEFF?\s*<(\?xml|([\w.-]+:)?Envelope)\b/.test(textOf(beginning));
}

/** The text, in whatever encoding its byte order mark tells. */
function textOf(beginning: Buffer): string {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return beginning.toString('utf16le');
  return beginning.toString('utf8');
}

/** What HTTP alone says of the ways in which something before the service refuses. */
const byStatus: Readonly<Record<number, { code: ErrorCode; notActedOn: boolean }>> = {
  // Refused as HTTP, before anybody looked at the message (recorded).
  400: { code: 'not-soap', notActedOn: true },
  429: { code: 'throttled', notActedOn: true },
  // The edge in maintenance, or a gateway that lost the service: it may have acted.
  502: { code: 'unavailable', notActedOn: false },
  503: { code: 'unavailable', notActedOn: false },
  504: { code: 'unavailable', notActedOn: false },
};

function notSoap(status: number, type: string, beginning: Buffer): MarketingCloudError {
  const text = textOf(beginning.subarray(0, glance)).trimStart();
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1] ?? text.split('\n')[0]?.trim() ?? '';
  const words = title.length > 120 ? `${title.slice(0, 120)}…` : title;
  const { code, notActedOn } = byStatus[status] ?? { code: 'not-soap', notActedOn: false };
  return new MarketingCloudError(
    code,
    `The answer is not from the SOAP service: HTTP ${String(status)}, ${type}${words === '' ? '' : `, "${words}"`}.`,
    { httpStatus: status, serverMessage: words, ...(notActedOn ? { notActedOn } : {}) },
  );
}
