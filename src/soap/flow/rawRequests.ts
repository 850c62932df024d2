/** Sends messages that a person wrote, as they are; large writes in as many calls as they need. */
import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Caller } from '../caller.ts';
import type { CallOptions } from '../callOptions.ts';
import { MarketingCloudError } from '../errors.ts';
import type { CallRecord } from '../log.ts';
import { asynchronousMembers, businessUnitMember } from '../operations/requestOptions.ts';
import { writeContinue } from '../operations/retrieve.ts';
import { isWriteMethod, type WriteMethod } from '../operations/write.ts';
import { TextReader } from '../wire/answerReader.ts';
import { decodeObject } from '../wire/decode.ts';
import { EditableMessage } from '../wire/messageEdit.ts';
import { unescape } from '../wire/rowPage.ts';
import { textAt, type SoapObject } from '../wire/soapObject.ts';
import { planBatches, type Batch } from './batchPlan.ts';
import { followPages, type PageHeading, type PageStarter } from './paging.ts';
import { targetsOf } from './targets.ts';
import { inMode, type Sending } from './writeMode.ts';
import { batchSizeOf, correlationOf, type WriteOptions } from './writing.ts';

/** The answer to a request that a person wrote. */
export interface RawAnswer {
  /** Root element of the answer's message, e.g. `RetrieveResponseMsg`. */
  readonly name: string;
  /** The message, decoded. */
  readonly content: SoapObject;
  /** The whole envelope as it came. */
  readonly text: string;
  readonly record: CallRecord;
}

/** The answer to one call of a write that a person wrote. */
export interface RawCallAnswer extends RawAnswer {
  /** The message that was sent. */
  readonly body: string;
  /** True when the service has queued it: its answer only says so. */
  readonly queued: boolean;
  /** Ordinal of the call's first object among those of the whole message; its results count from there. */
  readonly from: number;
  readonly count: number;
  /** Calls in all. */
  readonly calls: number;
}

/** Options of a write that a person wrote. It is sent call after call. */
export type RawWriteOptions = Omit<WriteOptions, 'requestOptions' | 'concurrency'>;

interface Surroundings {
  readonly caller: Caller;
  readonly catalogue: Catalogue;
  readonly newId: () => string;
}

const reading: ReadonlySet<string> = new Set([
  'Retrieve',
  'Query',
  'Describe',
  'VersionInfo',
  'GetSystemStatus',
]);

export class RawRequests {
  private readonly parts: Surroundings;

  constructor(parts: Surroundings) {
    this.parts = parts;
  }

  /** Sends a message as it is. */
  async send(operation: string, body: string, options: CallOptions): Promise<RawAnswer> {
    if (reading.has(operation)) return this.call({ operation, body, isQueued: false }, options);
    const objects = this.objectsIn(operation, body);
    await this.announce(operation, objects);
    return this.call({ operation, body, isQueued: false, targets: targetsOf(objects) }, options);
  }

  /** Follows the pages of a retrieve. */
  sendPages(operation: string, body: string, options: CallOptions): AsyncGenerator<RawAnswer> {
    const start: PageStarter<RawAnswer> = (requestId, signal) => {
      const next = requestId === undefined ? body : writeContinue(objectTypeIn(body), requestId);
      const page = this.send(operation, next, { ...options, signal });
      return { head: page.then(({ content }) => headingOf(content)), page };
    };
    const equal = (a: RawAnswer, b: RawAnswer): boolean => isDeepStrictEqual(a.content, b.content);
    return followPages(start, equal, options);
  }

  /** Sends a write in as many calls as it needs, one after another; stops with the first that fails. */
  async *sendWrite(
    method: WriteMethod,
    body: string,
    options: RawWriteOptions,
  ): AsyncGenerator<RawCallAnswer> {
    const { newId } = this.parts;
    const plan = this.plan(method, body, { ...options, correlationId: options.correlationId ?? newId() });
    await this.announce(method, plan.objects);
    for (const planned of plan.calls) {
      const { batch } = planned;
      const answer = await inMode(options.mode ?? 'synchronous', async ({ queued, repeatability }) => {
        const text = planned.body(queued);
        const call = { operation: method, body: text, isQueued: queued, repeatability, ...planned.call };
        return { ...(await this.call(call, options)), body: text, queued };
      });
      yield { ...answer, from: batch.from, count: batch.count, calls: plan.calls.length };
    }
  }

  /** The messages that `sendWrite` would send at first, for a person to look at. */
  preview(method: WriteMethod, body: string, options: RawWriteOptions): string[] {
    const { correlationId = this.parts.newId(), mode } = options;
    const { calls } = this.plan(method, body, { ...options, correlationId });
    return calls.map((call) => call.body(mode === 'asynchronous'));
  }

  private plan(
    method: WriteMethod,
    body: string,
    options: RawWriteOptions & { readonly correlationId: string },
  ): { readonly calls: readonly PlannedCall[]; readonly objects: readonly SoapObject[] } {
    const message = new EditableMessage(this.parts.catalogue, method, body);
    const { correlationId, asynchronous = {}, businessUnit } = options;
    const { objects } = message;
    const correlated = objects.map((_, ordinal) =>
      message.correlated(ordinal, correlationOf(correlationId, ordinal, objects.length)),
    );
    const decoded = message.decoded(method);
    const sizes = correlated.map((object) => Buffer.byteLength(object));
    const batches = planBatches(sizes, { objects: batchSizeOf(options) });
    // A message without objects, such as a Perform that names nothing, is the service's to refuse.
    const planned = batches.length === 0 ? [{ from: 0, count: 0 }] : batches;
    return {
      objects: decoded,
      calls: planned.map((batch, index) => {
        const end = batch.from + batch.count;
        const own = decoded.slice(batch.from, end);
        const place = { index, count: planned.length };
        return {
          batch,
          call: { subject: own[0]?.$type ?? '', targets: targetsOf(own), correlationId },
          body: (queued) =>
            message.with(correlated.slice(batch.from, end), {
              ...businessUnitMember(businessUnit),
              ...(queued ? asynchronousMembers(asynchronous, place) : {}),
            }),
        };
      }),
    };
  }

  private async call(
    { isQueued, repeatability, ...call }: RawCall,
    options: CallOptions,
  ): Promise<RawAnswer> {
    const { caller, catalogue } = this.parts;
    const isRead = reading.has(call.operation);
    const kind = isQueued ? 'asynchronous' : isRead ? 'retrieve' : 'synchronous';
    const { message, extra, record } = await caller.send(
      {
        ...call,
        reader: () => new TextReader(),
        repeatability: repeatability ?? (isRead ? 'read' : 'write'),
      },
      kind,
      options,
    );
    const type = catalogue.typeOfElement(message.name) ?? '';
    return { name: message.name, content: decodeObject(catalogue, message, type), text: extra, record };
  }

  private async announce(operation: string, objects: readonly SoapObject[]): Promise<void> {
    const types = objects.flatMap(({ $type }) => ($type === undefined ? [] : [$type]));
    const objectTypes = [...new Set(types)];
    await this.parts.caller.announce({ operation, objectTypes, count: Math.max(1, objects.length) });
  }

  /** What a message writes; nothing when it cannot be told, since refusing it is up to the service. */
  private objectsIn(operation: string, body: string): readonly SoapObject[] {
    if (!isWriteMethod(operation)) return [];
    try {
      return new EditableMessage(this.parts.catalogue, operation, body).decoded(operation);
    } catch (error) {
      if (error instanceof MarketingCloudError) return [];
      throw error;
    }
  }
}

interface PlannedCall {
  readonly batch: Batch;
  readonly call: {
    readonly subject: string;
    readonly targets: readonly string[];
    readonly correlationId: string;
  };
  readonly body: (queued: boolean) => string;
}

interface RawCall extends Partial<Pick<Sending, 'repeatability'>> {
  readonly operation: string;
  readonly body: string;
  readonly isQueued: boolean;
  readonly subject?: string;
  readonly targets?: readonly string[];
  readonly correlationId?: string;
}

/** A status that is an error counts as the end: it is for the person to read in the answer. */
function headingOf(content: SoapObject): PageHeading {
  const requestId = textAt(content, 'RequestID');
  return {
    more: textAt(content, 'OverallStatus') === 'MoreDataAvailable',
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** The object type of a retrieve, which the schema wants repeated with the pages after the first. */
function objectTypeIn(body: string): string {
  return unescape(/<(?:[\w.-]+:)?ObjectType[^>]*>\s*([^<]*?)\s*</.exec(body)?.[1] ?? '');
}
