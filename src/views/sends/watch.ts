/** What can be watched, and what is known of it. Everything here is plain data, so that it can be kept as JSON. */
import type { SendPhase } from './send.ts';

/** A send goes out once and ends; a triggered send definition goes on for as long as it is active. */
export type WatchKind = 'send' | 'triggered';

/** One business unit of one connection. */
export interface Place {
  readonly connectionId: string;
  readonly mid: number;
  /** Connection and business unit for a person. */
  readonly where: string;
}

export interface WatchTarget extends Place {
  readonly kind: WatchKind;
  /** The send's ID, or the customer key of the triggered send definition. */
  readonly id: string;
  /** What to call it before the service has answered. */
  readonly name?: string;
  /** When it was started from here (as `Sample.at`): the service may take a while to list it, and its end is news. */
  readonly startedAt?: number;
}

/** One look at a number that grows. */
export interface Sample {
  /** Milliseconds since the epoch, by our clock. */
  readonly at: number;
  readonly numberSent: number;
}

/** What one answer says. Times are milliseconds since the epoch. */
export interface Reading {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  /** The service's own word. */
  readonly status: string;
  readonly phase: SendPhase;
  readonly numberSent: number;
  /** How many it is for; undefined when that is not known, or there is no end to it. */
  readonly audience?: number;
  /** How many could not be built. */
  readonly errors?: number;
  /** How many wait to go out; of triggered sends only. */
  readonly queued?: number;
  /** When it was to start. */
  readonly sendAt?: number;
  /** Its sent time. */
  readonly sentAt?: number;
}

export interface WatchedSend {
  readonly target: WatchTarget;
  /** What was last heard; undefined before the first answer. */
  readonly reading?: Reading;
  readonly samples: readonly Sample[];
  /** When anything last changed; when the watch began, before that. */
  readonly newsAt: number;
  /** Looks in a row that brought nothing new. */
  readonly still: number;
  /** Nothing has grown for too long although it should. */
  readonly stalled: boolean;
  /** It is no longer asked for, as nothing has changed for so long that nothing may be expected to. */
  readonly gaveUp: boolean;
  /** Why the last question went unanswered. */
  readonly failure?: unknown;
  /** Since when questions have gone unanswered. */
  readonly failingSince?: number;
}

/** What is worth telling a person who looks elsewhere. */
export type SendEvent = 'finished' | 'canceled' | 'failed' | 'stalled' | 'gave-up';

/** One for each send: its connection, business unit, kind and id. */
export function keyOf({ connectionId, mid, kind, id }: WatchTarget): string {
  return [connectionId, String(mid), kind, id].join('/');
}

/** A watch that begins now. */
export function beginWatch(target: WatchTarget, now: number): WatchedSend {
  return { target, samples: [], newsAt: now, still: 0, stalled: false, gaveUp: false };
}
