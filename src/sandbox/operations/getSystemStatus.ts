/** GetSystemStatus: whether the service is up. */
import { ApiStruct } from '../message/value.ts';
import type { Call, OperationHandler } from './operation.ts';

const response = '/SystemStatusResponseMsg';

function statusOf({ faults }: Call): string {
  if (faults.isInForce('outage')) return 'UnplannedOutage';
  return faults.isInForce('maintenance') ? 'InMaintenance' : 'OK';
}

export const getSystemStatus: OperationHandler = {
  name: 'GetSystemStatus',
  run: (call) => ({
    outcome: 'OK',
    message: new ApiStruct(response, {
      Results: new ApiStruct(`${response}/Results`, {
        Result: new ApiStruct('SystemStatusResult', {
          StatusCode: 'OK',
          StatusMessage: 'System Status Retrieved',
          SystemStatus: statusOf(call),
        }),
      }),
      OverallStatus: 'OK',
      OverallStatusMessage: '',
      RequestID: call.requestId,
    }),
  }),
};
