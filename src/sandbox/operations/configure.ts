/** Configure: makes and changes what is set up rather than written: profile attributes, and where users belong. */
import { ApiStruct } from '../message/value.ts';
import { objectNamed } from '../objects/index.ts';
import { eachObject, firstType, methodRefused, overallStatus, resultMembers } from './objects.ts';
import type { OperationHandler } from './operation.ts';

const response = '/ConfigureResponseMsg';

export const configure: OperationHandler = {
  name: 'Configure',
  changes: true,
  run: (call) => {
    const action = call.message.text('Action', '').toLowerCase();
    const configurations = call.message.struct('Configurations')?.all('Configuration') ?? [];
    const outcomes = eachObject(call, { method: 'Configure', objects: configurations }, (write) => {
      const method = objectNamed(write.object.type)?.configurations?.[action];
      return method === undefined ? methodRefused('Configure', write) : method(write);
    });
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
    const objectType = firstType(configurations);
    return { outcome, message, ...(objectType === undefined ? {} : { objectType }) };
  },
};
