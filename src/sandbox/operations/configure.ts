/** Configure: of what it takes the sandbox has nothing, so every configuration is refused. */
import { ApiStruct } from '../message/value.ts';
import { eachObject, methodRefused, overallStatus, resultMembers } from './objects.ts';
import type { OperationHandler } from './operation.ts';

const response = '/ConfigureResponseMsg';

export const configure: OperationHandler = {
  name: 'Configure',
  run: (call) => {
    const configurations = call.message.struct('Configurations')?.all('Configuration') ?? [];
    const outcomes = eachObject(call, { method: 'Configure', objects: configurations }, (write) =>
      methodRefused('Configure', write),
    );
    const outcome = overallStatus(outcomes);
    const results = outcomes.map(
      (each, ordinal) => new ApiStruct('ConfigureResult', resultMembers(each, ordinal)),
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
