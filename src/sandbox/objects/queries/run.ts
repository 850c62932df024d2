/** Runs a query definition: it waits, it selects, and its rows arrive in the target. */
import type { KeptObject } from '../../org/kept.ts';
import type { Task } from '../../org/tasks.ts';
import { SqlProblem } from '../../sql/problem.ts';
import { readQuery } from '../../sql/readQuery.ts';
import type { Relation } from '../../sql/relation.ts';
import { runQuery } from '../../sql/run.ts';
import type { Write } from '../apiObject.ts';
import { beginTask, planOf } from '../kept/runs.ts';
import { usableExtension } from '../shared.ts';
import { tableNamed } from './tables.ts';
import { putRows, type UpdateType } from './target.ts';

/** How long a query waits before it runs, and how many rows it goes through in a millisecond. */
const waiting = 2000;
const rowsPerMillisecond = 20;

/** So many rows are gone through at most; the real service ends a query after half an hour. */
const mostRows = 5_000_000;

type Place = Pick<Write, 'org' | 'account' | 'now'>;

/** Starts a query; what comes of it can be seen by its task. */
export function startQuery({ org, account, now }: Place, query: KeptObject): Task {
  const task = beginTask({ org, account, now }, 'QueryDefinition', query);
  planOf(org, task, { at: now + waiting, work: (at) => select({ org, account, now: at }, query, task) });
  return task;
}

function select(place: Place, query: KeptObject, task: Task): void {
  const { org, now } = place;
  task.status = 'Processing';
  try {
    const { relation, touched } = selected(place, query.content.text('QueryText', ''));
    planOf(org, task, {
      at: now + Math.ceil(touched / rowsPerMillisecond),
      work: (at) => arrive({ ...place, now: at }, query, { task, relation }),
    });
  } catch (error) {
    fail(place, task, error);
  }
}

/** @throws SqlProblem */
function selected(place: Place, text: string): { relation: Relation; touched: number } {
  let touched = 0;
  const tick = (): void => {
    touched += 1;
    if (touched > mostRows) throw new SqlProblem('The query goes through too many rows and was ended.');
  };
  const surroundings = {
    now: place.now,
    tick,
    newId: () => place.org.random.guid(),
    tables: (name: string) => tableNamed(place, name),
  };
  const { columns, rows } = runQuery(surroundings, readQuery(text));
  return { relation: { columns, rows: [...rows] }, touched };
}

function arrive(
  place: Place,
  { content }: KeptObject,
  { task, relation }: { readonly task: Task; readonly relation: Relation },
): void {
  try {
    const target = usableExtension(place, content.struct('DataExtensionTarget'));
    if (target === undefined)
      throw new SqlProblem('The data extension of the query does not exist any more.');
    const how = content.text('TargetUpdateType', 'Overwrite') as UpdateType;
    putRows(target, relation, { how, now: place.now });
    place.org.tasks.end(task, place.now);
  } catch (error) {
    fail(place, task, error);
  }
}

function fail({ org, now }: Place, task: Task, error: unknown): void {
  if (!(error instanceof SqlProblem)) throw error;
  org.tasks.end(task, now, error.message);
}
