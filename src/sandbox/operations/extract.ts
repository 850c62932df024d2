/** Extract: the sandbox org offers no extract types, so every request names an unknown one. */
import { ApiStruct } from '../message/value.ts';
import type { OperationHandler } from './operation.ts';

const response = '/ExtractResponseMsg';

export const extract: OperationHandler = {
  name: 'Extract',
  run: (call) => {
    const requests = call.message.structs('Requests');
    for (const request of requests)
      call.note(`The sandbox does not simulate the extract ${request.text('ID') ?? ''}.`);
    const outcome = requests.length === 0 ? 'OK' : 'Error';
    const message = new ApiStruct(response, {
      OverallStatus: outcome,
      RequestID: call.requestId,
      Results: new ApiStruct(`${response}/Results`, { ExtractResult: requests.map(refusal) }),
    });
    return { outcome, message };
  },
};

/** Code 31001, an unknown extract ID, is documented; the words are inferred. */
function refusal(request: ApiStruct, ordinal: number): ApiStruct {
  return new ApiStruct('ExtractResult', {
    StatusCode: 'Error',
    StatusMessage: `Unknown extract ID ${request.text('ID') ?? ''}.`,
    OrdinalID: ordinal,
    ErrorCode: 31001,
  });
}
