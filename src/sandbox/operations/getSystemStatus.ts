/** GetSystemStatus: whether the service is up. */
import { ApiStruct } from '../message/value.ts';
import type { OperationHandler } from './operation.ts';

const response = '/SystemStatusResponseMsg';

export const getSystemStatus: OperationHandler = {
  name: 'GetSystemStatus',
  run: (call) => ({
    outcome: 'OK',
    message: new ApiStruct(response, {
      Results: new ApiStruct(`${response}/Results`, {
        Result: new ApiStruct('SystemStatusResult', {
          StatusCode: 'OK',
          StatusMessage: 'System Status Retrieved',
          SystemStatus: 'OK',
        }),
      }),
      OverallStatus: 'OK',
      OverallStatusMessage: '',
      RequestID: call.requestId,
    }),
  }),
};
