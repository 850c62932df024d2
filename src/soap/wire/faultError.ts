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

/** The service says with these that it did not begin: the database or the service was not to be had, or the limit was reached. */
const notBegun: ReadonlySet<number> = new Set([1, 9, 10, 11, 12, 13, 17]);

const byText: readonly (readonly [RegExp, ErrorCode])[] = [
  [/token expired/i, 'token-expired'],
  [/login failed/i, 'login-failed'],
  [/rate limited/i, 'throttled'],
  [/unplanned outage|maintenance/i, 'unavailable'],
];

/** The error for a fault that the service answered with. */
export function faultError(fault: SoapFault, httpStatus: number, operation: string): MarketingCloudError {
  const code = codeOf(fault);
  return new MarketingCloudError(code, `The service answered ${operation} with a fault: ${fault.message}`, {
    operation,
    httpStatus,
    serverMessage: fault.message,
    ...(fault.apiCode === undefined ? {} : { serverCode: fault.apiCode }),
    ...(wasNotActedOn(fault, code) ? { notActedOn: true } : {}),
  });
}

function codeOf(fault: SoapFault): ErrorCode {
  return (
    byApiCode.get(fault.apiCode ?? 0) ??
    byText.find(([pattern]) => pattern.test(fault.message))?.[1] ??
    (fault.code === 'Security' ? 'login-failed' : 'fault')
  );
}

/** Security and Client faults come before the message is acted on; of the Server faults only some say so. */
function wasNotActedOn({ code, apiCode }: SoapFault, errorCode: ErrorCode): boolean {
  if (errorCode === 'throttled' || notBegun.has(apiCode ?? 0)) return true;
  return ['Security', 'Client', 'Sender'].includes(code);
}
