/** One attempt of one call: envelope, HTTP, reading, faults, and its record. */
import type { AccessToken } from './auth/tokenSource.ts';
import { MarketingCloudError } from './errors.ts';
import type { CallRecord } from './log.ts';
import { Meter } from './meter.ts';
import type { Repeatability } from './transport/retry.ts';
import type { Transport } from './transport/transport.ts';
import { readAnswer } from './wire/answerBody.ts';
import type { AnswerReader } from './wire/answerReader.ts';
import { readEnvelope, writeEnvelope, type MessageBody } from './wire/envelope.ts';
import { faultError } from './wire/faultError.ts';
import { childrenOf, childText, type XmlElement } from './wire/xmlTree.ts';

/** A call as the methods of the client make it. */
export interface Call<Extra> {
  readonly operation: string;
  /** What the call is about, for the log. */
  readonly subject?: string;
  /** The message element. */
  readonly body: MessageBody;
  /** Made anew for each attempt. */
  readonly reader: () => AnswerReader<Extra>;
  readonly repeatability: Repeatability;
  /** Lists and data extensions that it changes; see `TargetLocks`. */
  readonly targets?: readonly string[];
  readonly correlationId?: string;
  /** Milliseconds without a sign of the server. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/** The message of an answer that is not a fault, and what the reader made besides. */
export interface Answer<Extra> {
  readonly message: XmlElement;
  readonly extra: Extra;
  readonly record: CallRecord;
}

/** How an attempt ended; a failure is the caller's to judge. */
export type AttemptResult<Extra> =
  { readonly answer: Answer<Extra> } | { readonly error: MarketingCloudError; readonly record: CallRecord };

interface Parts {
  readonly transport: Transport;
  /** Bytes of one answer that are taken. */
  readonly maxAnswerBytes: number;
}

/** Makes attempts. Holds no state of its own. */
export class Exchange {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** @param place which attempt this is, and how long it waited in the queue. */
  async attempt<Extra>(
    call: Call<Extra>,
    token: AccessToken,
    place: { readonly attempt: number; readonly queued: number },
  ): Promise<AttemptResult<Extra>> {
    const meter = new Meter(call, place);
    try {
      const { root, extra } = await this.exchange(call, token, meter);
      const message = messageOf(root, meter.status, call.operation);
      const known = { requestId: childText(message, 'RequestID'), objects: objectsIn(message, extra) };
      return { answer: { message, extra, record: meter.record('ok', known) } };
    } catch (error) {
      if (!(error instanceof MarketingCloudError)) throw error;
      return {
        error: error.with({ operation: call.operation }),
        record: meter.record(error.code, { requestId: error.facts.requestId, message: error.message }),
      };
    }
  }

  private async exchange<Extra>(
    { body, operation, timeout, signal, reader }: Call<Extra>,
    token: AccessToken,
    meter: Meter,
  ): Promise<{ root: XmlElement; extra: Extra }> {
    const { transport, maxAnswerBytes } = this.parts;
    const envelope = writeEnvelope(body, token);
    meter.requestBytes = envelope.length;
    const response = await transport.send({
      method: 'POST',
      url: token.soapAddress,
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: operation },
      body: envelope,
      timeout,
      ...(signal === undefined ? {} : { signal }),
    });
    meter.headers(response);
    return readAnswer(response, reader(), meter, maxAnswerBytes);
  }
}

/** Results of any method; rows, which are read apart from the rest, beside them. */
function objectsIn(message: XmlElement, extra: unknown): number {
  const results = childrenOf(message, 'Results');
  // Perform and its like put all their results into one element.
  const [first, second] = results;
  const wrapped = first === undefined || second !== undefined ? [] : childrenOf(first, 'Result');
  const rows =
    typeof extra === 'object' && extra !== null && 'rowCount' in extra ? Number(extra.rowCount) : 0;
  return (wrapped.length > 0 ? wrapped.length : results.length) + rows;
}

function messageOf(root: XmlElement, httpStatus: number, operation: string): XmlElement {
  const content = readEnvelope(root);
  if ('fault' in content) throw faultError(content.fault, httpStatus, operation);
  return content.message;
}
