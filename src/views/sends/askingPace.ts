/** How long to wait before the next question: soon while something moves, ever later while nothing does. */
import { isOver } from './send.ts';
import type { WatchedSend } from './watch.ts';

/** Between two questions to one business unit there is never less. */
export const shortest = 2000;
/** While something runs there is never more. */
export const longest = 60_000;
/** Nobody looks: the end is still noticed, but the number need not be fresh. */
const heartbeat = 30_000;
/** A send that starts tomorrow need not be asked for every minute. */
const longestBeforeStart = 600_000;

/** Looks without news after which the next one waits longer, and by how much. */
const patience = 3;
const growth = 1.5;

/** How the asking itself goes. */
export interface Asking {
  /** Questions in a row that failed. */
  readonly failures: number;
  /** The service asked for fewer calls. */
  readonly throttled: boolean;
  /** The numbers are on screen. */
  readonly seen: boolean;
}

/** True while there is something to ask. */
export function isOpen({ reading, gaveUp }: WatchedSend): boolean {
  return !gaveUp && !(reading !== undefined && isOver(reading.phase));
}

/** Milliseconds until the next question about these sends; undefined when there is nothing more to ask. */
export function nextDelay(sends: readonly WatchedSend[], asking: Asking, now: number): number | undefined {
  const open = sends.filter(isOpen);
  if (open.length === 0) return undefined;
  if (asking.throttled) return longest;
  const wanted = Math.min(...open.map((send) => delayOf(send, now)));
  const least = asking.seen ? shortest : heartbeat;
  return Math.max(wanted, least, asking.failures === 0 ? 0 : afterFailures(asking.failures));
}

function delayOf({ reading, still }: WatchedSend, now: number): number {
  const untilStart = reading?.phase === 'scheduled' ? (reading.sendAt ?? 0) - now : 0;
  if (untilStart > 0) return Math.min(longestBeforeStart, Math.max(shortest, untilStart / 2));
  return Math.min(longest, shortest * growth ** Math.max(0, still - patience));
}

function afterFailures(failures: number): number {
  return Math.min(longest, shortest * 2 ** (failures - 1));
}
