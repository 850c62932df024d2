/** Extract: asks for files in the Export folder of the FTP account. Codes are documented, texts inferred. */
import { ApiStruct } from '../message/value.ts';
import { extractTypeWith } from '../objects/extracts/index.ts';
import { parametersProblem, queueExtract } from '../objects/extracts/run.ts';
import { refused, type Outcome } from '../objects/outcome.ts';
import { reaches } from '../org/account.ts';
import { overallStatus, resultMembers } from './objects.ts';
import type { Call, OperationHandler } from './operation.ts';
import { permissionFailed } from './permissions.ts';

const response = '/ExtractResponseMsg';

export const extract: OperationHandler = {
  name: 'Extract',
  changes: true,
  run: (call) => {
    const outcomes = call.message.structs('Requests').map((request) => queue(call, request));
    const outcome = overallStatus(outcomes);
    const results = outcomes.map(
      (each, ordinal) => new ApiStruct('ExtractResult', resultMembers(each, ordinal)),
    );
    const message = new ApiStruct(response, {
      OverallStatus: outcome,
      RequestID: call.requestId,
      Results: new ApiStruct(`${response}/Results`, { ExtractResult: results }),
    });
    return { outcome, message };
  },
};

function queue(call: Call, request: ApiStruct): Outcome {
  const type = extractTypeWith(request.text('ID', ''));
  if (type === undefined) return refused(31_001, `Unknown extract ID ${request.text('ID') ?? ''}.`);
  if (!call.scopes.has(type.scope)) return refused(31_002, permissionFailed(type.scope));
  const parameters = request.struct('Parameters')?.structs('Parameter') ?? [];
  const values = new Map(
    parameters.map((each) => [each.text('Name', '').toLowerCase(), each.text('Value', '')]),
  );
  const problem = parametersProblem(type, values);
  if (problem !== undefined) return problem;
  const mid = request.path('Client.ID');
  const account = mid === undefined ? call.account : call.org.account(Number(mid));
  if (account === undefined || !reaches(call.account, account)) {
    return refused(4, 'The account of the request cannot be accessed.');
  }
  queueExtract({ org: call.org, account, now: call.now }, type, values);
  return { ok: true, message: 'Extract queued' };
}
