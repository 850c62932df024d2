/** Starts and stops schedules: something is done again and again, for as long as the object is there. */
import type { ApiStruct } from '../../message/value.ts';
import type { ApiObject, PerformMethod, Write } from '../apiObject.ts';
import { refused, type Performed } from '../outcome.ts';
import { occurrencesOf, recurrenceOf } from './recurrence.ts';

/** Schedules an object: its next occurrence is prepared, and when that has come the one after it. */
export function startSchedule(write: Write, schedule: ApiStruct | undefined, api: ApiObject): Performed {
  const { org, object, now } = write;
  const recurrence = recurrenceOf(schedule);
  if ('code' in recurrence) return refused(recurrence.code, recurrence.text, object);
  const moments = occurrencesOf(recurrence)[Symbol.iterator]();
  const prepare = api.prepare ?? prepareStart(api.actions?.['start']);
  if (prepare === undefined) return refused(100, `Schedule is not supported for ${object.type}.`, object);
  const name = nameOf(write);
  const quiet = (): void => undefined;
  const next = (at: number, from: number): Performed | undefined => {
    let moment = moments.next();
    while (moment.done !== true && moment.value < from) moment = moments.next();
    if (moment.done === true) return undefined;
    const { value } = moment;
    const prepared = prepare({ ...write, now: at, note: quiet, trap: quiet }, value);
    if (!prepared.ok) return prepared;
    org.schedules.set(name, org.plan({ at: value, work: () => void next(value, value + 1) }));
    return prepared;
  };
  org.schedules.get(name)?.();
  const first = next(now, now);
  if (first === undefined)
    return refused(140, 'The schedule is not valid: it ends before it begins.', object);
  return first.ok ? { ...first, message: `${object.type} scheduled` } : first;
}

export function stopSchedule(write: Write): Performed {
  const { org, object } = write;
  const name = nameOf(write);
  const cancel = org.schedules.get(name);
  if (cancel === undefined) return refused(140, `The ${object.type} is not scheduled.`, object);
  cancel();
  org.schedules.delete(name);
  return { ok: true, message: `${object.type} schedule stopped`, echo: object };
}

function nameOf({ account, object }: Write): string {
  const identity = object.text('CustomerKey') ?? object.text('ObjectID') ?? '';
  return `${String(account.mid)} ${object.type} ${identity.toLowerCase()}`;
}

/** Objects that need no preparation are started when their time comes. */
function prepareStart(start: PerformMethod | undefined): ApiObject['prepare'] {
  if (start === undefined) return undefined;
  return (write, at) => {
    const { org } = write;
    org.plan({ at, work: (moment) => void start({ ...write, now: moment }) });
    return { ok: true, message: '', echo: write.object, task: { message: 'OK', id: org.nextId('task') } };
  };
}
