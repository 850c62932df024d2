/** Gives a SOAP fault its error code. The texts are the service's own, as recorded; see the sandbox for the same. */
import { MarketingCloudError, type ErrorCode } from '../errors.ts';
import type { SoapFault } from './envelope.ts';

/** `apifault` codes with a meaning of their own (vendor documentation, general error codes). */
const byApiCode: ReadonlyMap<number, ErrorCode> = new Map<number, ErrorCode>([
  [1, 'unavailable'],
  [9, 'unavailable'],
  [10, 'unavailable'],
  [11, 'not-permitted'],
  [12, 'login-failed'],
  [13, 'unavailable'],
  [17, 'throttled'],
]);

const byText: readonly (readonly [RegExp, ErrorCode])[] = [
  [/token expired/i, 'token-expired'],
  [/login failed/i, 'login-failed'],
  [/rate limited/i, 'throttled'],
  [/unplanned outage|maintenance/i, 'unavailable'],
];

/** The error for a fault that the service answered with. */
export function faultError(fault: SoapFault, httpStatus: number, operation: string): MarketingCloudError {
  const code =
    byApiCode.get(fault.apiCode ?? 0) ??
    byText.find(([pattern]) => pattern.test(fault.message))?.[1] ??
    (fault.code === 'Security' ? 'login-failed' : 'fault');
  return new MarketingCloudError(code, `The service answered ${operation} with a fault: ${fault.message}`, {
    operation,
    httpStatus,
    serverMessage: fault.message,
    ...(fault.apiCode === undefined ? {} : { serverCode: fault.apiCode }),
  });
}
