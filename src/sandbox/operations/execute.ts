/** Execute: requests by their names, with parameters. */
import { ApiStruct } from '../message/value.ts';
import { refused, type Outcome } from '../objects/outcome.ts';
import { executeMethodNamed } from '../objects/requests/index.ts';
import { reaches } from '../org/account.ts';
import { overallStatus } from './objects.ts';
import type { Call, OperationHandler } from './operation.ts';
import { permissionFailed } from './permissions.ts';

export const execute: OperationHandler = {
  name: 'Execute',
  changes: true,
  run: (call) => {
    const outcomes = call.message.structs('Requests').map((request) => executeOne(call, request));
    const outcome = overallStatus(outcomes);
    const message = new ApiStruct('/ExecuteResponseMsg', {
      OverallStatus: outcome,
      RequestID: call.requestId,
      Results: outcomes.map(resultOf),
    });
    return { outcome, message };
  },
};

/** Both requests change who is reached, which takes the right to write subscribers (inferred). */
const scope = 'list_and_subscribers_write';

function executeOne(call: Call, request: ApiStruct): Outcome {
  const name = request.text('Name', '');
  const method = executeMethodNamed(name);
  if (method === undefined) {
    call.note(`The sandbox does not simulate Execute of ${name}.`);
    // Code 8 is documented for what an operation does not take; the words are inferred.
    return refused(8, `Execute does not support the request ${name}.`);
  }
  if (!call.scopes.has(scope)) return refused(11, permissionFailed(scope));
  const mid = request.path('Client.ID');
  const account = mid === undefined ? call.account : call.org.account(Number(mid));
  if (account === undefined || !reaches(call.account, account)) {
    return refused(4, 'The account of the request cannot be accessed.');
  }
  const parameters = new Map(
    request
      .structs('Parameters')
      .map((each) => [each.text('Name', '').toLowerCase(), each.text('Value', '').trim()]),
  );
  const { org, now, note } = call;
  const parameter = (wanted: string): string | undefined => {
    const value = parameters.get(wanted.toLowerCase());
    return value === '' ? undefined : value;
  };
  return method({ org, account, now, note, parameter });
}

function resultOf({ ok, message, errorCode }: Outcome, ordinal: number): ApiStruct {
  return new ApiStruct('ExecuteResponse', {
    StatusCode: ok ? 'OK' : 'Error',
    StatusMessage: message,
    OrdinalID: ordinal,
    ErrorCode: errorCode,
  });
}
