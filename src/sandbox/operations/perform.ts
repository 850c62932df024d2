/** Perform: actions on objects, such as starting a send. */
import { shippedCatalogue as catalogue } from '../../catalogue/index.ts';
import { ApiStruct } from '../message/value.ts';
import type { Write } from '../objects/apiObject.ts';
import { objectNamed } from '../objects/index.ts';
import { refused, type Performed } from '../objects/outcome.ts';
import { soonOrLater } from './asynchronous.ts';
import { eachObject, firstType, overallStatus, resultMembers } from './objects.ts';
import type { OperationHandler } from './operation.ts';

const response = '/PerformResponseMsg';

export const perform: OperationHandler = {
  name: 'Perform',
  changes: true,
  run: (call) => {
    const action = call.message.text('Action', '');
    const definitions = call.message.struct('Definitions')?.all('Definition') ?? [];
    const outcomes: readonly Performed[] = soonOrLater(
      call,
      { operation: 'Perform', objects: definitions, result: ['Result', resultOf] },
      (now) =>
        eachObject(now, { method: 'Perform', objects: definitions }, (write) => performOne(action, write)),
    );
    const outcome = overallStatus(outcomes);
    const objectType = firstType(definitions);
    const message = new ApiStruct(response, {
      Results: new ApiStruct(`${response}/Results`, { Result: outcomes.map(resultOf) }),
      OverallStatus: outcome,
      OverallStatusMessage: '',
      RequestID: call.requestId,
    });
    return { outcome, message, ...(objectType === undefined ? {} : { objectType }) };
  },
};

/** The code is documented, the words are inferred. The case of an action's name does not matter (documented samples). */
function performOne(action: string, write: Write): Performed {
  const perform = objectNamed(write.object.type)?.actions?.[action.toLowerCase()];
  if (perform !== undefined) return perform(write);
  if (catalogue.object(write.object.type)?.methods.Perform.supported !== false) {
    write.note(`The sandbox does not simulate Perform ${action} of ${write.object.type}.`);
  }
  return refused(100, `Perform ${action} is not supported for ${write.object.type}.`, write.object);
}

function resultOf(performed: Performed, ordinal: number): ApiStruct {
  const members = resultMembers(performed, ordinal);
  if (performed.isBare === true) return new ApiStruct('PerformResult', { ...members, OrdinalID: undefined });
  return new ApiStruct('PerformResult', {
    ...members,
    Task: new ApiStruct('TaskResult', {
      StatusCode: performed.ok ? 'OK' : 'Error',
      StatusMessage: performed.task?.message ?? (performed.ok ? 'OK' : performed.message),
      ID: performed.task?.id?.toString(),
      InteractionObjectID: performed.task?.objectId,
    }),
  });
}
