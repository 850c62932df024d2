/**
 * The second front door: what needs neither network nor catalogue. Whoever must load fast enters here; loading the
 * client itself, with its HTTP and its XML parser, can wait until there is something to send.
 */
export { authAddressOf, soapAddressOf } from './auth/authAddress.ts';
export { errorCodes, MarketingCloudError, type ErrorCode, type ErrorFacts } from './errors.ts';
export { redact } from './redact.ts';
export {
  and,
  or,
  simpleOperators,
  where,
  whereAnyOf,
  writeFilter,
  type Filter,
  type FilterValue,
  type SimpleOperator,
} from './wire/filter.ts';
export { serverTime } from './wire/serverTime.ts';
export { upsert } from './operations/requestOptions.ts';
export {
  booleanAt,
  isSoapObject,
  numberAt,
  objectsAt,
  textAt,
  valueAt,
  type SoapObject,
  type SoapValue,
} from './wire/soapObject.ts';
