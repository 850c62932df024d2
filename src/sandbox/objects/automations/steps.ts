/** The steps of an automation, and the definitions that their activities run. */
import { ApiStruct } from '../../message/value.ts';
import type { Write } from '../apiObject.ts';
import { keptNamed } from '../kept/keptObject.ts';
import { definitionOf as sendDefinitionOf } from '../emailSendDefinitionWrites.ts';

/** One activity: the object that is started. */
export type Activity = ApiStruct;

/** The types whose definitions the sandbox finds by their ObjectID alone. */
const kinds = ['QueryDefinition', 'ImportDefinition', 'FilterActivity', 'ExtractDefinition'];

/** The activities of each step, in the order of the steps; a sentence for one that is not there. */
export function stepsOf(write: Write, content: ApiStruct): readonly (readonly Activity[])[] | string {
  const tasks = inOrder(content.struct('AutomationTasks')?.structs('AutomationTask') ?? []);
  const steps: Activity[][] = [];
  for (const task of tasks) {
    const activities: Activity[] = [];
    for (const struct of inOrder(task.struct('Activities')?.structs('Activity') ?? [])) {
      const activity = activityOf(write, struct);
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
function activityOf(write: Write, struct: ApiStruct): Activity | undefined {
  const own = new ApiStruct('APIObject', { ObjectID: struct.text('ObjectID') });
  for (const named of [struct.struct('ActivityObject'), struct.struct('Definition'), own]) {
    const found = named === undefined ? undefined : definitionNamed(write, named);
    if (found !== undefined) return found;
  }
  return undefined;
}

function definitionNamed(write: Write, named: ApiStruct): Activity | undefined {
  for (const type of kinds.includes(named.type) ? [named.type] : kinds) {
    const kept = keptNamed(type, write, named);
    if (kept !== undefined) return new ApiStruct(type, { ObjectID: kept.objectId, CustomerKey: kept.key });
  }
  const send = sendDefinitionOf({ ...write, object: named });
  if (send === undefined) return undefined;
  return new ApiStruct('EmailSendDefinition', { ObjectID: send.objectId, CustomerKey: send.key });
}
