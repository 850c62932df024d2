/** A send, and where it stands at a moment: a pure function of the clock and of the orders given to it. */
import type { Owned } from '../collection.ts';
import { Pace } from './pace.ts';

/** Whom a send goes to, as it was when the send was made. */
export interface Audience {
  readonly size: number;
  /** The subscriber key of one of them, counted from 0. */
  keyAt(index: number): string;
  /** How many more are on its lists, and are left out by exclusion and suppression lists. */
  readonly excluded?: number;
}

/** What was done to a send while it ran. */
export interface SendOrder {
  readonly at: number;
  readonly action: 'pause' | 'resume' | 'cancel';
}

/** Messages that were asked for and never go out are numbered from here on, so that numbers stay what they are. */
export const firstUnsent = 500_000;

/** How the messages of a triggered send go out: one by one, when somebody asks for one. */
export interface Course {
  /** The GUID of the triggered send definition. */
  readonly definitionId: string;
  /** Messages that are out at a moment. */
  sentBy(now: number): number;
  /** When the message with this number goes out; Infinity for one that waits. */
  timeOf(index: number): number;
  /** When each message was asked for that never goes out. */
  readonly unsent: readonly { readonly at: number }[];
}

export interface Send extends Owned {
  readonly id: number;
  readonly objectId: string;
  readonly definition: { readonly objectId: string; readonly key: string } | undefined;
  readonly email: { readonly id: number; readonly name: string; readonly links: readonly string[] };
  readonly subject: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly createdAt: number;
  /** When it is to start. */
  readonly startsAt: number;
  /** How long it takes to send to everybody, in milliseconds. */
  readonly duration: number;
  /** The share of its time after which it breaks down; undefined for a send that comes to its end. */
  readonly failsAt: number | undefined;
  /** It may be told anew until the send starts. */
  audience: Audience;
  readonly isMultipart: boolean;
  /** What its unevenness and its recipients' behaviour follow from. */
  readonly seed: number;
  /** The number before that of its first event; events are numbered through over all sends. */
  readonly eventBase: number;
  readonly orders: SendOrder[];
  /** The lists of a send that was made without a definition. */
  readonly listIds?: readonly number[];
  /** Undefined for a send that goes to its audience at one go. */
  readonly course?: Course;
}

export type SendStatus = 'Scheduled' | 'Sending' | 'Paused' | 'Complete' | 'Canceled' | 'Error';

export interface Progress {
  readonly status: SendStatus;
  /** Messages that are out. */
  readonly sent: number;
  /** Messages that could not be built. */
  readonly errored: number;
  /** When the last message went out; undefined until then, and for ever when the send did not come to its end. */
  readonly finishedAt: number | undefined;
}

/** One message in so many cannot be built. */
const messagesPerError = 700;

const paces = new WeakMap<Send, Pace>();

function paceOf(send: Send): Pace {
  const known = paces.get(send);
  if (known !== undefined) return known;
  const pace = new Pace(send.seed);
  paces.set(send, pace);
  return pace;
}

/** The messages that go out when a send comes to its end; those to the rest of the audience cannot be built. */
export function messagesOf(send: Send): number {
  return send.audience.size - Math.floor(send.audience.size / messagesPerError);
}

/** Where a send stands at `now`. */
export function progressOf(send: Send, now: number): Progress {
  if (send.course !== undefined) {
    return { status: 'Sending', sent: send.course.sentBy(now), errored: 0, finishedAt: undefined };
  }
  const { worked, halted } = workedUntil(send, now);
  const share = worked / send.duration;
  const failed = send.failsAt !== undefined && share >= send.failsAt;
  const reached = Math.min(share, send.failsAt ?? 1);
  const sent = Math.floor(messagesOf(send) * paceOf(send).shareAt(reached));
  const errored = Math.floor((send.audience.size - messagesOf(send)) * Math.min(1, reached));
  const finished = !failed && share >= 1;
  return {
    status: statusOf(send, now, { finished, failed, halted }),
    sent,
    errored,
    finishedAt: finished ? momentAfter(send, send.duration) : undefined,
  };
}

function statusOf(
  send: Send,
  now: number,
  state: { finished: boolean; failed: boolean; halted: SendOrder['action'] | undefined },
): SendStatus {
  if (state.finished) return 'Complete';
  if (state.failed) return 'Error';
  if (state.halted === 'cancel') return 'Canceled';
  if (state.halted === 'pause') return 'Paused';
  return now < send.startsAt ? 'Scheduled' : 'Sending';
}

/** When a send ends, as long as nobody gives it another order: Infinity for one that is paused or canceled. */
export function endOf(send: Send): number {
  const last = send.orders.at(-1)?.action;
  if (last !== undefined && last !== 'resume') return Infinity;
  return momentAfter(send, send.duration * (send.failsAt ?? 1));
}

/** When the message with this number (from 0) went or will go out, as long as nobody stops the send. */
export function messageTime(send: Send, index: number): number {
  if (send.course !== undefined) return send.course.timeOf(index);
  const share = (index + 1) / messagesOf(send);
  return momentAfter(send, paceOf(send).timeOf(share) * send.duration);
}

/** For how long a send has been at work, and the order that keeps it from work. */
function workedUntil(send: Send, now: number): { worked: number; halted: SendOrder['action'] | undefined } {
  let worked = 0;
  let since: number | undefined = send.startsAt;
  let halted: SendOrder['action'] | undefined;
  for (const order of send.orders) {
    if (order.at > now) break;
    if (order.action === 'resume') {
      since = Math.max(order.at, send.startsAt);
      halted = undefined;
    } else {
      worked += since === undefined ? 0 : Math.max(0, order.at - since);
      since = undefined;
      halted = order.action;
    }
  }
  return { worked: worked + (since === undefined ? 0 : Math.max(0, now - since)), halted };
}

/** The moment at which a send has been at work for so long. */
function momentAfter(send: Send, work: number): number {
  let left = work;
  let since = send.startsAt;
  for (const order of send.orders) {
    if (order.action === 'resume') {
      since = Math.max(order.at, send.startsAt);
    } else if (order.at - since >= left) {
      break;
    } else {
      left -= Math.max(0, order.at - since);
      since = Number.MAX_SAFE_INTEGER;
    }
  }
  return Math.round(since + left);
}
