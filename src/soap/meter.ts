/** Measures one attempt of a call, and makes the record of it. */
import type { CallRecord } from './log.ts';
import type { HttpResponse } from './transport/transport.ts';

/** What is known of a call before it is sent. */
export interface MeteredCall {
  readonly operation: string;
  /** What the call is about. */
  readonly subject?: string;
  readonly correlationId?: string;
}

export class Meter {
  /** HTTP status of the answer; 0 before there is one. */
  status = 0;
  requestBytes = 0;
  responseBytes = 0;
  /** Milliseconds of reading. */
  parse: number | undefined;
  private connect: number | undefined;
  private firstByteAfter: number | undefined;
  private readonly start = performance.now();
  private readonly call: MeteredCall;
  private readonly place: { readonly attempt: number; readonly queued: number };

  constructor(call: MeteredCall, place: { readonly attempt: number; readonly queued: number }) {
    this.call = call;
    this.place = place;
  }

  /** The headers of the answer are there. */
  headers({ status, connect }: Pick<HttpResponse, 'status' | 'connect'>): void {
    this.firstByteAfter = performance.now() - this.start;
    this.status = status;
    this.connect = connect;
  }

  /** @param known what the answer, or the error, says beside. */
  record(
    outcome: CallRecord['outcome'],
    known: Partial<Record<'requestId' | 'message', string | undefined>> & { readonly objects?: number },
  ): CallRecord {
    const { operation, subject, correlationId } = this.call;
    return {
      operation,
      ...this.place,
      total: performance.now() - this.start,
      requestBytes: this.requestBytes,
      responseBytes: this.responseBytes,
      outcome,
      ...present({
        subject,
        correlationId,
        connect: this.connect,
        firstByte: this.firstByteAfter,
        parse: this.parse,
        ...known,
      }),
    };
  }
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The members that are there. */
function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>;
}
