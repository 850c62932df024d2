/** Query: an older way to retrieve, documented for next to nothing; the sandbox has no object that takes it. */
import { ApiStruct } from '../message/value.ts';
import type { OperationHandler } from './operation.ts';

export const query: OperationHandler = {
  name: 'Query',
  run: (call) => {
    const objectType =
      call.message.struct('QueryRequest')?.struct('Query')?.struct('Object')?.text('ObjectType') ?? '';
    const outcome = `Error: Unable to find a handler for object type: ${objectType}. Object types are case-sensitive, check spelling.`;
    const message = new ApiStruct('/QueryResponseMsg', { OverallStatus: outcome, RequestID: call.requestId });
    return { outcome, message, objectType };
  },
};
