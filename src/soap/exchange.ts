/** One call to the service: token, envelope, HTTP, reading, faults, and one new token when the old one has expired. */
import type { AccessToken, TokenSource } from './auth/tokenSource.ts';
import { MarketingCloudError } from './errors.ts';
import { breathe } from './flow/pacer.ts';
import type { CallLog, CallRecord } from './log.ts';
import { readText, type HttpResponse, type Transport } from './transport/transport.ts';
import type { AnswerReader } from './wire/answerReader.ts';
import { readEnvelope, writeEnvelope } from './wire/envelope.ts';
import { faultError } from './wire/faultError.ts';
import { childText, type XmlElement } from './wire/xmlTree.ts';

/** What a call can be given from outside. */
export interface CallOptions {
  /** Cancels the call; the socket is told. */
  readonly signal?: AbortSignal;
  /** Milliseconds without a sign of the server; the client has a default for each method. */
  readonly timeout?: number;
}

export interface Call<Extra> extends CallOptions {
  readonly operation: string;
  /** What the call is about, for the log. */
  readonly subject?: string;
  /** The message element. */
  readonly body: string;
  /** Made anew for each attempt. */
  readonly reader: () => AnswerReader<Extra>;
}

/** The message of an answer that is not a fault, and what the reader made besides. */
export interface Answer<Extra> {
  readonly message: XmlElement;
  readonly extra: Extra;
  readonly record: CallRecord;
}

interface Parts {
  readonly tokens: TokenSource;
  readonly transport: Transport;
  readonly log: CallLog;
}

/** Vendor's advice for synchronous calls. */
const defaultTimeout = 120_000;
/** Small enough that reading one piece never holds up the event loop for longer than a pacer's turn. */
const pieceLength = 16_384;

/** Sends calls. Holds no state of its own. */
export class Exchange {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /**
   * Sends one call. When the service says that the token has expired, which it does before it looks at the request,
   * the call is sent once more with a new one; nothing else is ever sent twice.
   * @throws MarketingCloudError with any code.
   */
  async send<Extra>(call: Call<Extra>): Promise<Answer<Extra>> {
    const token = await this.parts.tokens.token(call.signal);
    try {
      return await this.attempt(call, token, 1);
    } catch (error) {
      if (!(error instanceof MarketingCloudError) || error.code !== 'token-expired') throw error;
      this.parts.tokens.reject(token);
      return await this.attempt(call, await this.parts.tokens.token(call.signal), 2);
    }
  }

  /**
   * Fetches a document that stands beside the service.
   * @throws MarketingCloudError `not-soap` when there is none.
   */
  async fetchBeside(name: string, { signal, timeout = defaultTimeout }: CallOptions): Promise<string> {
    const { soapAddress } = await this.parts.tokens.token(signal);
    const url = new URL(name, soapAddress).href;
    const response = await this.parts.transport.send({
      method: 'GET',
      url,
      headers: {},
      timeout,
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await readText(response);
    if (response.status === 200) return text;
    const { status } = response;
    throw new MarketingCloudError('not-soap', `${url} answered HTTP ${String(status)}.`, {
      httpStatus: status,
    });
  }

  private async attempt<Extra>(
    call: Call<Extra>,
    token: AccessToken,
    attempt: number,
  ): Promise<Answer<Extra>> {
    const meter = new Meter(call, attempt);
    try {
      const envelope = writeEnvelope(call.body, token.value);
      meter.requestBytes = Buffer.byteLength(envelope);
      const response = await this.parts.transport.send({
        method: 'POST',
        url: token.soapAddress,
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: call.operation },
        body: envelope,
        timeout: call.timeout ?? defaultTimeout,
        ...(call.signal === undefined ? {} : { signal: call.signal }),
      });
      meter.firstByte();
      const { root, extra } = await readAnswer(response, call.reader(), meter);
      const content = readEnvelope(root);
      if ('fault' in content) throw faultError(content.fault, response.status, call.operation);
      const record = meter.record('ok', childText(content.message, 'RequestID'));
      this.parts.log(record);
      return { message: content.message, extra, record };
    } catch (error) {
      if (error instanceof MarketingCloudError) {
        this.parts.log(meter.record(error.code, error.facts.requestId, error.message));
        throw error.with({ operation: call.operation });
      }
      throw error;
    }
  }
}

/** Measures one attempt. */
class Meter {
  requestBytes = 0;
  responseBytes = 0;
  private firstByteAfter: number | undefined;
  private readonly start = performance.now();
  private readonly call: Pick<Call<unknown>, 'operation' | 'subject'>;
  private readonly attempt: number;

  constructor(call: Pick<Call<unknown>, 'operation' | 'subject'>, attempt: number) {
    this.call = call;
    this.attempt = attempt;
  }

  firstByte(): void {
    this.firstByteAfter = performance.now() - this.start;
  }

  record(outcome: CallRecord['outcome'], requestId?: string, message?: string): CallRecord {
    const { operation, subject } = this.call;
    return {
      operation,
      ...(subject === undefined ? {} : { subject }),
      attempt: this.attempt,
      ...(this.firstByteAfter === undefined ? {} : { firstByte: this.firstByteAfter }),
      total: performance.now() - this.start,
      requestBytes: this.requestBytes,
      responseBytes: this.responseBytes,
      ...(requestId === undefined ? {} : { requestId }),
      outcome,
      ...(message === undefined ? {} : { message }),
    };
  }
}

async function readAnswer<Extra>(
  response: HttpResponse,
  reader: AnswerReader<Extra>,
  meter: Meter,
): Promise<{ root: XmlElement; extra: Extra }> {
  for await (const chunk of xmlBody(response)) {
    meter.responseBytes += chunk.length;
    for (let from = 0; from < chunk.length; from += pieceLength) {
      await breathe();
      reader.push(chunk.subarray(from, from + pieceLength));
    }
  }
  return reader.end();
}

/** Longest beginning of an undeclared answer that is looked at, in bytes. */
const glance = 512;

/**
 * The body, once it is plain that it may be XML. A page of HTML or a line of text is read no further.
 * @throws MarketingCloudError `not-soap`
 */
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
  return /^\uFEFF?\s*<(\?xml|([\w.-]+:)?Envelope)\b/.test(beginning.toString('utf8'));
}

function notSoap(status: number, type: string, beginning: Buffer): MarketingCloudError {
  const text = beginning.toString('utf8', 0, glance).trimStart();
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1] ?? text.split('\n')[0]?.trim() ?? '';
  const words = title.length > 120 ? `${title.slice(0, 120)}…` : title;
  return new MarketingCloudError(
    'not-soap',
    `The answer is not from the SOAP service: HTTP ${String(status)}, ${type}${words === '' ? '' : `, "${words}"`}.`,
    { httpStatus: status, serverMessage: words },
  );
}
