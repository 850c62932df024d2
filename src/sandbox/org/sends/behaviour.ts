/**
 * What becomes of the messages of a send: which of them bounce, are opened, clicked, and lead to an unsubscription,
 * and when. Everything follows from the send's seed and the number of the message, so nothing of it is stored.
 */
import { mixFraction } from '../../random.ts';
import { messageTime, progressOf, type Send } from './send.ts';

const minute = 60_000;
const hour = 60 * minute;

/** After this time nothing more happens to a message. */
const quietAfter = 72 * hour;

/** How soon something happens, to a message that went out or, if so, to one that was opened. */
interface Course {
  readonly afterOpen: boolean;
  readonly soonest: number;
  readonly latest: number;
  /** Large for what happens soon as a rule and late now and then. */
  readonly haste: number;
}

const soonAfterSending: Course = { afterOpen: false, soonest: 2000, latest: 10 * minute, haste: 2 };

/** What can happen to a message besides going out. */
const courses = {
  hardBounce: soonAfterSending,
  softBounce: soonAfterSending,
  otherBounce: soonAfterSending,
  open: { afterOpen: false, soonest: 30_000, latest: 48 * hour, haste: 6 },
  click: { afterOpen: true, soonest: 4000, latest: hour, haste: 2 },
  unsubscribe: { afterOpen: true, soonest: 4000, latest: 2 * hour, haste: 2 },
  forward: { afterOpen: true, soonest: 20_000, latest: 3 * hour, haste: 2 },
} as const satisfies Record<string, Course>;

export type Reaction = keyof typeof courses;

const reactions = Object.keys(courses) as Reaction[];
const afterOpening = ['click', 'unsubscribe', 'forward'] as const;

/** How often each reaction was seen until a moment. */
export type ReactionCounts = Readonly<Record<Reaction, number>>;

/** The shares of messages that bounce, in each of the three ways. */
const bounceShares = [
  ['hardBounce', 0.006],
  ['softBounce', 0.008],
  ['otherBounce', 0.002],
] as const;

class Behaviour {
  private readonly send: Send;
  /** Of delivered messages, the share that is opened; of opened ones, the share that the others happen to. */
  private readonly openShare: number;
  private readonly shares: Readonly<Record<(typeof afterOpening)[number], number>>;
  private counted: { readonly asOf: number; readonly counts: ReactionCounts } | undefined;

  constructor(send: Send) {
    this.send = send;
    this.openShare = 0.2 + 0.2 * mixFraction(send.seed, -1);
    this.shares = { click: 0.12 + 0.1 * mixFraction(send.seed, -2), unsubscribe: 0.004, forward: 0.002 };
  }

  time(reaction: Reaction, index: number): number | undefined {
    return this.happens(reaction, index) ? this.timeOf(reaction, index) : undefined;
  }

  counts(now: number): ReactionCounts {
    const { finishedAt, sent } = progressOf(this.send, now);
    const quietAt = (finishedAt ?? Infinity) + quietAfter;
    const asOf = Math.min(Math.floor(now / 10_000) * 10_000, quietAt);
    if (this.counted?.asOf !== asOf) {
      this.counted = { asOf, counts: this.count(sent, asOf === quietAt ? Infinity : asOf) };
    }
    return this.counted.counts;
  }

  /** A message that bounces is not opened, and what follows an opening happens to opened messages alone. */
  private happens(reaction: Reaction, index: number): boolean {
    const bounce = this.bounce(index);
    if (!isAfterOpening(reaction))
      return reaction === 'open' ? bounce === undefined && this.opens(index) : bounce === reaction;
    return bounce === undefined && this.opens(index) && this.follows(reaction, index);
  }

  private bounce(index: number): Reaction | undefined {
    let lot = mixFraction(this.send.seed + 7, index);
    for (const [bounce, share] of bounceShares) {
      lot -= share;
      if (lot < 0) return bounce;
    }
    return undefined;
  }

  private opens(index: number): boolean {
    return mixFraction(this.send.seed + 1, index) < this.openShare;
  }

  private follows(reaction: (typeof afterOpening)[number], index: number): boolean {
    return mixFraction(this.send.seed + saltOf(reaction), index) < this.shares[reaction];
  }

  private timeOf(reaction: Reaction, index: number): number {
    const { afterOpen, soonest, latest, haste } = courses[reaction];
    const cause = afterOpen ? this.timeOf('open', index) : messageTime(this.send, index);
    const delay = mixFraction(this.send.seed + saltOf(reaction) * 31, index) ** haste;
    return Math.round(cause + soonest + delay * latest);
  }

  /** Goes through the messages that are out; times matter only as long as some lie ahead. */
  private count(sent: number, until: number): ReactionCounts {
    const counts = Object.fromEntries(reactions.map((reaction) => [reaction, 0])) as Record<Reaction, number>;
    const add = (reaction: Reaction, index: number): void => {
      if (until === Infinity || this.timeOf(reaction, index) <= until) counts[reaction] += 1;
    };
    for (let index = 0; index < sent; index++) {
      const bounce = this.bounce(index);
      if (bounce !== undefined) {
        add(bounce, index);
      } else if (this.opens(index)) {
        add('open', index);
        for (const reaction of afterOpening) if (this.follows(reaction, index)) add(reaction, index);
      }
    }
    return counts;
  }
}

function isAfterOpening(reaction: Reaction): reaction is (typeof afterOpening)[number] {
  return courses[reaction].afterOpen;
}

/** Keeps the lots of the reactions apart. */
function saltOf(reaction: Reaction): number {
  return reactions.indexOf(reaction) + 11;
}

const behaviours = new WeakMap<Send, Behaviour>();

function behaviourOf(send: Send): Behaviour {
  const known = behaviours.get(send) ?? new Behaviour(send);
  behaviours.set(send, known);
  return known;
}

/** When this happened to the message with this number (from 0); undefined when it never does. */
export function reactionTime(send: Send, reaction: Reaction, index: number): number | undefined {
  return behaviourOf(send).time(reaction, index);
}

/**
 * The reactions to a send until `now`. The service adds these up from time to time; so does the sandbox, every ten
 * seconds, and no more once everything has happened that ever will.
 */
export function reactionCounts(send: Send, now: number): ReactionCounts {
  return behaviourOf(send).counts(now);
}
