/** Starts and stops schedules: something is done again and again, for as long as the object is there. */
import type { ApiStruct } from '../../message/value.ts';
import type { Schedule } from '../../org/schedule.ts';
import type { ApiObject, PerformMethod, Prepare, Write } from '../apiObject.ts';
import { refused, type Performed } from '../outcome.ts';
import { occurrencesOf, recurrenceOf } from './recurrence.ts';

/** Schedules an object: its next occurrence is prepared, and when that has come the one after it. */
export function startSchedule(write: Write, definition: ApiStruct | undefined, api: ApiObject): Performed {
  const { org, object, now } = write;
  const recurrence = recurrenceOf(definition);
  if ('code' in recurrence) return refused(recurrence.code, recurrence.text, object);
  const moments = occurrencesOf(recurrence)[Symbol.iterator]();
  const prepare = api.prepare ?? prepareStart(api.actions?.['start']);
  if (prepare === undefined) return refused(100, `Schedule is not supported for ${object.type}.`, object);
  const name = scheduleName(write, api);
  const quiet = (): void => undefined;
  const schedule: Schedule = { definition, nextAt: undefined, isInForce: true, cancel: quiet };
  const next = (at: number, from: number): Performed | undefined => {
    schedule.nextAt = undefined;
    let moment = moments.next();
    while (moment.done !== true && moment.value < from) moment = moments.next();
    if (moment.done === true) return undefined;
    const { value } = moment;
    const prepared = prepare(
      { ...write, now: at, note: quiet, trap: quiet },
      value,
      () => schedule.isInForce,
    );
    if (!prepared.ok) return prepared;
    schedule.nextAt = value;
    schedule.cancel = org.plan({ at: value, work: () => void next(value, value + 1) });
    return prepared;
  };
  const before = org.schedules.get(name);
  if (before !== undefined) end(before);
  const first = next(now, now);
  if (first === undefined)
    return refused(140, 'The schedule is not valid: it ends before it begins.', object);
  if (!first.ok) return first;
  org.schedules.set(name, schedule);
  return { ...first, message: api.scheduled ?? `${object.type} scheduled` };
}

export function stopSchedule(write: Write, api: ApiObject): Performed {
  const { org, object } = write;
  const name = scheduleName(write, api);
  const schedule = org.schedules.get(name);
  if (schedule === undefined) return refused(140, `The ${object.type} is not scheduled.`, object);
  end(schedule);
  org.schedules.delete(name);
  return { ok: true, message: `${object.type} schedule stopped`, echo: object };
}

function end(schedule: Schedule): void {
  schedule.cancel();
  schedule.isInForce = false;
  schedule.nextAt = undefined;
}

/** The schedule of an object. */
export function scheduleOf(write: Write, api: ApiObject): Schedule | undefined {
  return write.org.schedules.get(scheduleName(write, api));
}

/** What a schedule is found by: the object that it is of, whichever way that is named. */
function scheduleName(write: Write, { type, identify }: ApiObject): string {
  return `${String(write.account.mid)} ${type} ${identify?.(write) ?? ''}`;
}

/** Objects that need no preparation are started when their time comes, unless their schedule was ended before. */
function prepareStart(start: PerformMethod | undefined): Prepare | undefined {
  if (start === undefined) return undefined;
  return (write, at, isInForce) => {
    const { org } = write;
    org.plan({ at, work: (moment) => (isInForce() ? void start({ ...write, now: moment }) : undefined) });
    return { ok: true, message: '', echo: write.object, task: { message: 'OK', id: org.nextId('task') } };
  };
}
