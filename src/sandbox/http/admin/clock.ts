/** `/_sandbox/clock`: shows, sets, stops and speeds up the time of the org. */
import type { AdjustableClock } from '../../clock.ts';
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { badRequest, membersOf } from './body.ts';
import type { Site } from './site.ts';

const shown = (clock: AdjustableClock): object => ({
  now: new Date(clock.now()).toISOString(),
  speed: clock.speed,
});

export function showClock({ clock }: Site): HttpReply {
  return jsonReply(200, shown(clock));
}

/** Takes `now` (ISO 8601, with its offset), `advance` (milliseconds) and `speed` (0 stops it), any of them. */
export function setClock({ clock }: Site, request: HttpRequest): HttpReply {
  const members = membersOf(request);
  if (members === undefined) return badRequest('The body must be a JSON object.');
  try {
    apply(clock, members);
  } catch (error) {
    return badRequest(error instanceof Error ? error.message : String(error));
  }
  return jsonReply(200, shown(clock));
}

/** Reads everything before it changes anything. @throws RangeError with a sentence when something is wrong. */
function apply(
  clock: AdjustableClock,
  { now, advance, speed, ...rest }: Readonly<Record<string, unknown>>,
): void {
  const [strange] = Object.keys(rest);
  if (strange !== undefined) {
    throw new RangeError(`The clock has no "${strange}"; it takes now, advance and speed.`);
  }
  const moment = momentOf(now);
  if (advance !== undefined && !(typeof advance === 'number' && advance >= 0)) {
    throw new RangeError('advance must be a number of milliseconds, 0 or more.');
  }
  if (speed !== undefined && typeof speed !== 'number') throw new RangeError('speed must be a number.');
  if (moment !== undefined) clock.set(moment);
  if (advance !== undefined) clock.advance(advance);
  if (speed !== undefined) clock.setSpeed(speed);
}

/**
 * A moment as it is given to the sandbox's own pages.
 * @throws RangeError when it is neither left out nor a date-time with an offset.
 */
export function momentOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const isComplete = typeof value === 'string' && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(value);
  const moment = isComplete ? Date.parse(value) : NaN;
  if (Number.isNaN(moment)) {
    throw new RangeError('A moment is written as 2030-05-16T18:00:00Z, with Z or an offset.');
  }
  return moment;
}
