/** The steps of an automation, and the definitions that their activities run. */
import { ApiStruct } from '../../message/value.ts';
import type { Write } from '../apiObject.ts';
import type { ActivityKinds } from './activities.ts';

/** One activity: the object that is started. */
export type Activity = ApiStruct;

/** The activities of each step, in the order of the steps; a sentence for one that is not there. */
export function stepsOf(
  write: Write,
  content: ApiStruct,
  kinds: ActivityKinds,
): readonly (readonly Activity[])[] | string {
  const tasks = inOrder(content.struct('AutomationTasks')?.structs('AutomationTask') ?? []);
  const steps: Activity[][] = [];
  for (const task of tasks) {
    const activities: Activity[] = [];
    for (const struct of inOrder(task.struct('Activities')?.structs('Activity') ?? [])) {
      const activity = activityOf(write, struct, kinds);
      if (activity === undefined) return `The activity ${struct.text('Name', '')} is not there.`;
      activities.push(activity);
    }
    steps.push(activities);
  }
  return steps;
}

function inOrder(structs: readonly ApiStruct[]): readonly ApiStruct[] {
  return [...structs].sort((a, b) => a.number('Sequence', 0) - b.number('Sequence', 0));
}

/** The definition is in ActivityObject or Definition, or is the activity's own ObjectID (documented). */
function activityOf(write: Write, struct: ApiStruct, kinds: ActivityKinds): Activity | undefined {
  const own = new ApiStruct('APIObject', { ObjectID: struct.text('ObjectID') });
  for (const named of [struct.struct('ActivityObject'), struct.struct('Definition'), own]) {
    const found = named === undefined ? undefined : definitionNamed(write, named, kinds);
    if (found !== undefined) return found;
  }
  return undefined;
}

function definitionNamed(write: Write, named: ApiStruct, kinds: ActivityKinds): Activity | undefined {
  const own = kinds[named.type];
  for (const kind of own === undefined ? Object.values(kinds) : [own]) {
    const found = kind?.named(write, named);
    if (found !== undefined) return found;
  }
  return undefined;
}
