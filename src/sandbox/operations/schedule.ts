/** Schedule: the sandbox has no schedules, so every interaction is refused. */
import { ApiStruct } from '../message/value.ts';
import { eachObject, methodRefused, overallStatus, resultMembers } from './objects.ts';
import type { OperationHandler } from './operation.ts';

const response = '/ScheduleResponseMsg';

export const schedule: OperationHandler = {
  name: 'Schedule',
  run: (call) => {
    const interactions = call.message.struct('Interactions')?.all('Interaction') ?? [];
    const outcomes = eachObject(call, { method: 'Schedule', objects: interactions }, (write) =>
      methodRefused('Schedule', write),
    );
    const outcome = overallStatus(outcomes);
    // Of the objects of a call a schedule's result shows the schedule, not the interaction (recorded).
    const shown = call.message.struct('Schedule');
    const results = outcomes.map(
      (each, ordinal) =>
        new ApiStruct('ScheduleResult', {
          ...resultMembers(each, ordinal),
          Object: shown,
          Task: new ApiStruct('TaskResult', { StatusCode: 'Error', StatusMessage: each.message }),
        }),
    );
    const message = new ApiStruct(response, {
      Results: new ApiStruct(`${response}/Results`, { Result: results }),
      OverallStatus: outcome,
      OverallStatusMessage: '',
      RequestID: call.requestId,
    });
    return { outcome, message };
  },
};
