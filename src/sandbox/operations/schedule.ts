/** Schedule: lets something be done at times to come. */
import { ApiStruct } from '../message/value.ts';
import type { Write } from '../objects/apiObject.ts';
import { objectNamed } from '../objects/index.ts';
import type { Performed } from '../objects/outcome.ts';
import { startSchedule, stopSchedule } from '../objects/schedules/schedule.ts';
import { eachObject, firstType, methodRefused, overallStatus, resultMembers } from './objects.ts';
import type { OperationHandler } from './operation.ts';

const response = '/ScheduleResponseMsg';

export const schedule: OperationHandler = {
  name: 'Schedule',
  changes: true,
  run: (call) => {
    const action = call.message.text('Action', '').toLowerCase();
    const definition = call.message.struct('Schedule');
    const interactions = call.message.struct('Interactions')?.all('Interaction') ?? [];
    const outcomes: readonly Performed[] = eachObject(
      call,
      { method: 'Schedule', objects: interactions },
      (write) => scheduleOne(write, action, definition),
    );
    const outcome = overallStatus(outcomes);
    const results = outcomes.map((each, ordinal) => resultOf(each, ordinal, definition));
    const message = new ApiStruct(response, {
      Results: new ApiStruct(`${response}/Results`, { Result: results }),
      OverallStatus: outcome,
      OverallStatusMessage: '',
      RequestID: call.requestId,
    });
    const objectType = firstType(interactions);
    return { outcome, message, ...(objectType === undefined ? {} : { objectType }) };
  },
};

/** The action `start` is documented, and `pause` for automations; `stop` is inferred. */
function scheduleOne(write: Write, action: string, definition: ApiStruct | undefined): Performed {
  const api = objectNamed(write.object.type);
  const canStart = api?.prepare !== undefined || api?.actions?.['start'] !== undefined;
  if (api === undefined || !canStart) return methodRefused('Schedule', write);
  const own = api.scheduleActions?.[action];
  if (own !== undefined) return own(write);
  if (action === 'stop') return stopSchedule(write, api);
  return startSchedule(write, definition, api);
}

/** Of the objects of a call a schedule's result shows the schedule, not the interaction, with its offset (recorded). */
function resultOf(performed: Performed, ordinal: number, definition: ApiStruct | undefined): ApiStruct {
  const { isBare = false } = performed;
  const shown = shownSchedule(definition);
  if (isBare) shown?.set('Recurrence', undefined);
  return new ApiStruct('ScheduleResult', {
    ...resultMembers(performed, ordinal),
    ...(isBare ? { OrdinalID: undefined } : {}),
    Object: shown,
    Task: isBare ? new ApiStruct('TaskResult') : taskOf(performed),
  });
}

function shownSchedule(definition: ApiStruct | undefined): ApiStruct | undefined {
  const shown = definition?.copy();
  for (const member of ['StartDateTime', 'EndDateTime']) {
    const text = shown?.text(member);
    if (text !== undefined) shown?.set(member, `${text}-06:00`);
  }
  return shown;
}

function taskOf({ ok, task, message }: Performed): ApiStruct {
  return new ApiStruct('TaskResult', {
    StatusCode: ok ? 'OK' : 'Error',
    StatusMessage: task?.message ?? message,
    ID: task?.id?.toString(),
    InteractionObjectID: task?.objectId,
  });
}
