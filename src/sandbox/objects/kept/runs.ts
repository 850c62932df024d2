/** Runs of kept definitions: the task that each is, and what starting it answers. */
import type { Appointment } from '../../org/agenda.ts';
import type { KeptObject } from '../../org/kept.ts';
import type { Org } from '../../org/org.ts';
import type { Task } from '../../org/tasks.ts';
import type { Write } from '../apiObject.ts';
import { echoOf, type Performed } from '../outcome.ts';

/** Enters a run of a definition of this type among the tasks. */
export function beginTask(
  { org, account, now }: Pick<Write, 'org' | 'account' | 'now'>,
  type: string,
  { objectId }: KeptObject,
): Task {
  return org.tasks.add({
    mid: account.mid,
    id: org.nextId('task'),
    type,
    definitionId: objectId,
    startedAt: now,
  });
}

/** Plans something that a run does; a bug in it ends the run. */
export function planOf(org: Org, task: Task, { at, work }: Appointment): void {
  org.plan({ at, work, failed: (moment, reason) => org.tasks.end(task, moment, reason) });
}

/** What a call is answered that has started a run. */
export function taskStarted({ object }: Write, { id, definitionId }: Task, message: string): Performed {
  return {
    ok: true,
    message,
    echo: echoOf(object, { ObjectID: definitionId }),
    task: { message: 'OK', id, objectId: definitionId },
  };
}
