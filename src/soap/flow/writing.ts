/** Carries out a write: objects to XML, calls that are small enough, each in the mode that was asked for. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { CallBody } from '../caller.ts';
import type { CallOptions } from '../callOptions.ts';
import {
  asynchronousMembers,
  businessUnitMember,
  type AsynchronousOptions,
  type CallPlace,
  type RequestOptions,
} from '../operations/requestOptions.ts';
import {
  objectWriter,
  readWriteAnswer,
  writeWriteRequest,
  type TypedObject,
  type WriteHead,
  type WriteMethod,
} from '../operations/write.ts';
import { TreeReader } from '../wire/answerReader.ts';
import type { ObjectWriter } from '../wire/objectWriter.ts';
import type { XmlElement } from '../wire/xmlTree.ts';
import { objectsPerAsynchronousCall, objectsPerCall, BatchPlan, type Batch } from './batchPlan.ts';
import { writeInBatches, type CallAnswer, type WriteOutcome } from './batches.ts';
import { inTurns } from './pacer.ts';
import { targetsOf } from './targets.ts';
import { inMode, type WriteMode } from './writeMode.ts';

export interface WriteOptions extends CallOptions {
  /** `synchronous` when left out. */
  readonly mode?: WriteMode;
  /** How calls are queued when they are asynchronous. */
  readonly asynchronous?: AsynchronousOptions;
  /** Objects in one call: at most 50, or 100 when asynchronous; those when left out. */
  readonly batchSize?: number;
  /** Calls at a time when there are more objects than one call takes; 1 when left out. */
  readonly concurrency?: number;
  /** Begins the CorrelationID of every object that has none; a new GUID when left out. */
  readonly correlationId?: string;
  /** MID of the business unit that the write is for, when it is not the token's own. */
  readonly businessUnit?: number;
  /** Further options of the request, e.g. `upsert`. */
  readonly requestOptions?: RequestOptions;
}

/** A write as the methods of the client ask for it. */
export interface Write {
  readonly method: WriteMethod;
  readonly objects: readonly TypedObject[];
  readonly action?: string;
  readonly schedule?: WriteHead['schedule'];
}

interface Surroundings {
  readonly catalogue: Catalogue;
  readonly newId: () => string;
  readonly send: (
    call: CallBody<undefined>,
    kind: 'synchronous' | 'asynchronous',
  ) => Promise<{ readonly message: XmlElement }>;
}

/** Objects of one call as they are sent. */
interface WrittenBatch extends Batch {
  readonly bytes: Uint8Array;
}

/** The most objects in one call of a write. */
export function batchSizeOf({ mode, batchSize }: Pick<WriteOptions, 'mode' | 'batchSize'>): number {
  const ceiling = mode === 'asynchronous' ? objectsPerAsynchronousCall : objectsPerCall;
  return Math.max(1, Math.min(Math.floor(batchSize ?? ceiling), ceiling));
}

/** @throws MarketingCloudError as `writeInBatches`, and `invalid-request` before anything is sent. */
export async function write(
  { method, objects, action, schedule }: Write,
  options: WriteOptions,
  { catalogue, newId, send }: Surroundings,
): Promise<WriteOutcome> {
  const correlationId = options.correlationId ?? newId();
  const plan = new BatchPlan({ objects: batchSizeOf(options) });
  const batches = await writeBatches(objects, {
    plan,
    correlationId,
    writer: objectWriter(catalogue, method),
  });
  const { mode = 'synchronous', asynchronous = {}, businessUnit, requestOptions = {} } = options;

  const sendBatch = (batch: WrittenBatch, index: number): Promise<CallAnswer> => {
    const place: CallPlace = { index, count: batches.length };
    const own = objects.slice(batch.from, batch.from + batch.count);
    return inMode(mode, async ({ queued, repeatability }) => {
      const head: WriteHead = {
        options: {
          ...businessUnitMember(businessUnit),
          ...requestOptions,
          ...(queued ? asynchronousMembers(asynchronous, place) : {}),
        },
        ...(action === undefined ? {} : { action }),
        ...(schedule === undefined ? {} : { schedule }),
      };
      const call = {
        operation: method,
        subject: [action, own[0]?.$type].filter((part) => part !== undefined).join(' '),
        body: writeWriteRequest(catalogue, method, head, batch.bytes),
        reader: () => new TreeReader(),
        repeatability,
        targets: targetsOf(own),
        correlationId,
      };
      const { message } = await send(call, queued ? 'asynchronous' : 'synchronous');
      const { conversationId } = asynchronous;
      return {
        ...readWriteAnswer(catalogue, method, message, batch.from),
        queued,
        correlationId,
        ...(queued && conversationId !== undefined ? { conversationId } : {}),
      };
    });
  };
  return writeInBatches(batches, sendBatch, options.concurrency);
}

/** Writes the objects, and divides them into calls. */
async function writeBatches(
  objects: readonly TypedObject[],
  {
    plan,
    correlationId,
    writer,
  }: { readonly plan: BatchPlan; readonly correlationId: string; readonly writer: ObjectWriter },
): Promise<WrittenBatch[]> {
  const { bytes } = writer;
  const batches: WrittenBatch[] = [];
  const close = (batch: Batch | undefined, end: number): void => {
    if (batch !== undefined) batches.push({ ...batch, bytes: bytes.take(end) });
  };
  await inTurns(objects, (object, ordinal) => {
    const before = bytes.length;
    writer.write(correlated(object, correlationOf(correlationId, ordinal, objects.length)));
    close(plan.add(bytes.length - before), before);
  });
  close(plan.end(), bytes.length);
  return batches;
}

/** Gives an object what tells the service that a later call repeats it (best-practices row F1). */
function correlated(object: TypedObject, correlationId: string): TypedObject {
  return object['CorrelationID'] === undefined ? { ...object, CorrelationID: correlationId } : object;
}

/** Different for each object, so that none is taken for a repeat of another. */
export function correlationOf(correlationId: string, ordinal: number, count: number): string {
  return count === 1 ? correlationId : `${correlationId}-${String(ordinal + 1)}`;
}
