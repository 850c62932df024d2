/** Extract: asks for files in the Export folder of the FTP account. Codes are documented, texts inferred. */
import { ApiStruct } from '../message/value.ts';
import type { ExtractParameter, ExtractType } from '../objects/extracts/extract.ts';
import { extractTypeWith } from '../objects/extracts/index.ts';
import { refused, type Outcome } from '../objects/outcome.ts';
import { reaches } from '../org/account.ts';
import { isFileName } from '../org/files.ts';
import { parseDate } from '../serverTime.ts';
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

/** How long an extract waits before it runs. */
const queueing = 5000;

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
  const { org, now } = call;
  const parameter = (name: string): string | undefined => {
    const value = values.get(name.toLowerCase());
    return value === '' ? undefined : value;
  };
  org.plan({
    at: now + queueing,
    work: (at) => {
      const file = type.run({ org, account, now: at, parameter });
      const name = parameter('OutputFileName') ?? '';
      // Nobody waits for an answer any more: what went wrong is told by a file.
      if (typeof file === 'string') org.files.write('Export', `${name}.error.txt`, Buffer.from(file));
      else org.files.write('Export', name, file);
    },
  });
  return { ok: true, message: 'Extract queued' };
}

function parametersProblem(type: ExtractType, values: ReadonlyMap<string, string>): Outcome | undefined {
  const known = new Map(type.parameters.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  const strange = [...values.keys()].find((name) => !known.has(name));
  if (strange !== undefined) return refused(31_005, `The parameter ${strange} is not one of the extract.`);
  for (const parameter of type.parameters) {
    const value = values.get(parameter.name.toLowerCase()) ?? '';
    if (value === '' && !parameter.isOptional) {
      return refused(31_006, `The required parameter ${parameter.name} is missing.`);
    }
    if (value !== '' && !isValue(parameter, value)) {
      return refused(
        31_007,
        `The parameter ${parameter.name} has the invalid value ${value} for the type ${parameter.type}.`,
      );
    }
  }
  const name = values.get('outputfilename') ?? '';
  return isFileName(name) ? undefined : refused(31_007, `OutputFileName has the invalid value ${name}.`);
}

function isValue({ type }: ExtractParameter, value: string): boolean {
  switch (type) {
    case 'datetime':
      return parseDate(value) !== undefined;
    case 'bool':
      return /^(?:true|false|0|1)$/i.test(value);
    case 'integer':
      return /^-?\d+$/.test(value);
    case 'string':
      return true;
  }
}
