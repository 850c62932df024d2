/** What all methods of the client call through: defaults for each kind of call, and the guard in front of writes. */
import type { CallOptions, Timeouts } from './callOptions.ts';
import type { Answer, Call } from './exchange.ts';
import type { Delivery } from './flow/delivery.ts';
import { MarketingCloudError } from './errors.ts';

/** A write that is about to be sent, for a guard to judge. */
export interface AnnouncedWrite {
  readonly operation: string;
  /** Types of the objects, each once; names of the requests of Execute. */
  readonly objectTypes: readonly string[];
  /** Objects in all its calls together. */
  readonly count: number;
}

/** Lets a write pass, or throws what its caller is to be told. Called once for each write, before anything is sent. */
export type WriteGuard = (write: AnnouncedWrite) => void | Promise<void>;

/** The guard of a connection that is for reading only (best-practices row F6). */
export const readOnly: WriteGuard = ({ operation }) => {
  throw new MarketingCloudError(
    'read-only',
    `This connection is for reading only, and ${operation} would write. Nothing was sent.`,
    { operation },
  );
};

interface Parts {
  readonly delivery: Delivery;
  readonly timeouts: Timeouts;
  readonly guard: WriteGuard;
  /** Attempts of calls that do not say; see `CallOptions`. */
  readonly attempts: number;
}

export type CallBody<Extra> = Omit<Call<Extra>, 'timeout' | 'signal'>;

export class Caller {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Sends one call. @param kind decides the time-out where the caller gives none. */
  send<Extra>(
    body: CallBody<Extra>,
    kind: keyof Timeouts,
    { signal, timeout, attempts = this.parts.attempts, onAttempt }: CallOptions,
  ): Promise<Answer<Extra>> {
    const call = { ...body, timeout: timeout ?? this.parts.timeouts[kind], signal };
    return this.parts.delivery.send(call, {
      attempts,
      ...(onAttempt === undefined ? {} : { onAttempt }),
    });
  }

  /** Asks the guard. @throws MarketingCloudError, or what else the guard throws. */
  async announce(write: AnnouncedWrite): Promise<void> {
    await this.parts.guard(write);
  }
}
