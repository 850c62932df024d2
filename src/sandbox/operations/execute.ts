/** Execute: the sandbox knows none of its requests, so every one is refused. */
import { ApiStruct } from '../message/value.ts';
import type { OperationHandler } from './operation.ts';

export const execute: OperationHandler = {
  name: 'Execute',
  run: (call) => {
    const names = call.message.structs('Requests').map((request) => request.text('Name', ''));
    for (const name of names) call.note(`The sandbox does not simulate Execute of ${name}.`);
    const outcome = names.length === 0 ? 'OK' : 'Error';
    const message = new ApiStruct('/ExecuteResponseMsg', {
      OverallStatus: outcome,
      RequestID: call.requestId,
      Results: names.map(refusal),
    });
    return { outcome, message };
  },
};

/** Code 8 is documented for what an operation does not take; the words are inferred. */
function refusal(name: string, ordinal: number): ApiStruct {
  return new ApiStruct('ExecuteResponse', {
    StatusCode: 'Error',
    StatusMessage: `Execute does not support the request ${name}.`,
    OrdinalID: ordinal,
    ErrorCode: 8,
  });
}
