/** What an answer, or the lack of one, makes of what was known of a send. Pure: the clock is an argument. */
import { addSample } from './samples.ts';
import { isOver, type SendPhase } from './send.ts';
import type { Reading, SendEvent, WatchedSend } from './watch.ts';

/** For how long nothing may happen; milliseconds. */
export interface Limits {
  /** A running send that does not grow for so long is stalled. */
  readonly stallAfter: number;
  /** A send of which nothing changes for so long is no longer asked for. */
  readonly giveUpAfter: number;
}

export interface Learnt {
  readonly next: WatchedSend;
  /** What a person should be told, at most one thing. */
  readonly event?: SendEvent;
}

/** A send that was started from here may be unknown to the service for this long. */
const appearsWithin = 120_000;

/** Takes in an answer. Numbers and sent time never go back: a late or odd answer takes nothing away. */
export function learn(known: WatchedSend, answer: Reading, now: number, limits: Limits): Learnt {
  const { failure: _, failingSince: __, ...rest } = known;
  const before = known.reading;
  const reading = merged(before, answer);
  const grew = reading.numberSent > (before?.numberSent ?? -1);
  const said = ({ status, queued }: Partial<Reading> = {}): string => `${status ?? ''} ${String(queued)}`;
  const changed = grew || said(reading) !== said(before);
  const newsAt = changed ? now : known.newsAt;
  const next: WatchedSend = {
    ...rest,
    reading,
    samples: addSample(known.samples, { at: now, numberSent: reading.numberSent }),
    newsAt,
    still: changed ? 0 : known.still + 1,
    stalled: mayStall(reading) && now - newsAt >= limits.stallAfter,
  };
  return told(known, next, now, limits);
}

function merged(before: Reading | undefined, answer: Reading): Reading {
  if (before === undefined) return answer;
  const sentAt = answer.sentAt ?? before.sentAt;
  return {
    ...answer,
    phase: isOver(before.phase) ? before.phase : answer.phase,
    numberSent: Math.max(before.numberSent, answer.numberSent),
    ...(sentAt === undefined ? {} : { sentAt }),
  };
}

/** What waits for its date, for a person, or for messages that nobody has triggered does not stall. */
function mayStall({ phase, queued }: Reading): boolean {
  return phase === 'running' && queued !== 0;
}

function told(known: WatchedSend, next: WatchedSend, now: number, limits: Limits): Learnt {
  const phase = next.reading?.phase;
  if (phase !== undefined && isOver(phase)) return { next, ...endOf(known, phase) };
  if (next.stalled && !known.stalled) return { next, event: 'stalled' };
  return givingUp(next, now, limits);
}

/** The end is news to whoever saw the send before its end, or started it. */
function endOf({ reading, target }: WatchedSend, phase: SendPhase): { readonly event?: SendEvent } {
  const isNews = reading === undefined ? target.startedAt !== undefined : !isOver(reading.phase);
  if (!isNews) return {};
  return { event: phase === 'complete' ? 'finished' : phase === 'failed' ? 'failed' : 'canceled' };
}

/** Takes in that the question failed. What was known stays. */
export function learnFailure(known: WatchedSend, failure: unknown, now: number, limits: Limits): Learnt {
  return givingUp({ ...known, failure, failingSince: known.failingSince ?? now }, now, limits);
}

/** Takes in that the service answered, but not of this send. */
export function learnNothing(known: WatchedSend, now: number, limits: Limits): Learnt {
  const { startedAt } = known.target;
  const mayAppear = startedAt !== undefined && now - startedAt < appearsWithin;
  if (mayAppear) return { next: { ...known, still: 0 } };
  return learnFailure(
    { ...known, still: known.still + 1 },
    new Error('The service does not know this send, or not in this business unit.'),
    now,
    limits,
  );
}

function givingUp(next: WatchedSend, now: number, { giveUpAfter }: Limits): Learnt {
  const { reading, newsAt, failingSince = 0 } = next;
  const startsAt = reading?.phase === 'scheduled' ? (reading.sendAt ?? 0) : 0;
  // A machine that slept for a day has not asked in vain for a day.
  const since = Math.max(newsAt, startsAt, failingSince);
  return now - since < giveUpAfter ? { next } : { next: { ...next, gaveUp: true }, event: 'gave-up' };
}
