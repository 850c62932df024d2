/** The one family of errors that the client throws; told apart by `code`, never by message. */
import { redact } from './redact.ts';

/** Every way in which a call can fail. The text beside each is what it means, not what a person is shown. */
export const errorCodes = [
  /** The caller's signal was aborted. */
  'cancelled',
  /** Nothing came within the time allowed. */
  'timed-out',
  /** The host name has no address: a wrong subdomain, if the network is there. */
  'host-not-found',
  /** No host name at all can be looked up. */
  'offline',
  /** The host is there, but nobody listens, or it cannot be reached. */
  'connection-failed',
  /** The connection broke while the answer was under way. */
  'connection-lost',
  /** The host's certificate was not accepted, or the handshake failed. */
  'tls-failed',
  /** The proxy on the way refused: it wants to know who asks, or does not let the host through. */
  'proxy-refused',
  /** The client id or the client secret is wrong, or the package is gone. */
  'client-rejected',
  /** The credentials are good, but not for the business unit asked for. */
  'business-unit-rejected',
  /** The token endpoint refused for another reason, such as a scope. */
  'token-refused',
  /** The person has to sign in again: the refresh token or the authorization code is used up. */
  'sign-in-needed',
  /** The person, or whoever keeps the package, did not allow the sign-in. */
  'sign-in-denied',
  /** The person did not come back from the browser in time. */
  'sign-in-abandoned',
  /** What came back from the browser does not belong to the sign-in that was begun. */
  'sign-in-mismatched',
  /** The SOAP service did not take the token or the password: "Login Failed". */
  'login-failed',
  /** The token was too old, and so was the new one that was sent instead. */
  'token-expired',
  /** The service asks for fewer calls. */
  'throttled',
  /** The account is in maintenance, or the service is down. */
  'unavailable',
  /** The user or the account may not use the API, or not in this way. */
  'not-permitted',
  /** Any other SOAP fault. */
  'fault',
  /** The answer says "Error" for the request as a whole. */
  'request-rejected',
  /** The request cannot be sent as it is. */
  'invalid-request',
  /** The connection is for reading only, and this would write. */
  'read-only',
  /** The answer is not what a SOAP service sends: a sign-in page, a proxy's message, the wrong address. */
  'not-soap',
  /** The answer is broken: not well-formed, cut off, or not in the encoding it claims. */
  'malformed-answer',
  /** The answer is larger than the client was told to take. */
  'answer-too-large',
  /** The service sent a page of results that it had sent before. */
  'page-repeated',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What is known about a failure beside its code; all of it is safe to log. */
export interface ErrorFacts {
  /** The API method under way, e.g. `Retrieve`, or `token`. */
  readonly operation?: string;
  /** The server's own words, redacted. */
  readonly serverMessage?: string;
  /** HTTP status of the answer. */
  readonly httpStatus?: number;
  /** RequestID of the answer, which the vendor's support asks for. */
  readonly requestId?: string;
  /** Code inside the fault or the result, where there is one. */
  readonly serverCode?: number;
  /** Host that was called. */
  readonly host?: string;
  /** Milliseconds that were allowed. */
  readonly timeout?: number;
  /** True when it is certain that the service did nothing with the request, so that it can be sent again. */
  readonly notActedOn?: boolean;
  /** Attempts that were made, when there was more than one. */
  readonly attempts?: number;
}

/** An error of the Marketing Cloud client. Its texts are redacted as it is built; the cause stays out of logs. */
export class MarketingCloudError extends Error {
  override readonly name = 'MarketingCloudError';
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}, cause?: unknown) {
    super(redact(message));
    this.code = code;
    this.facts =
      facts.serverMessage === undefined ? facts : { ...facts, serverMessage: redact(facts.serverMessage) };
    // A cause can hold the request with its token: it is there for a debugger and never enumerated.
    if (cause !== undefined) Object.defineProperty(this, 'cause', { value: cause, enumerable: false });
  }

  /** The same error with further facts, for a layer that knows more. */
  with(facts: ErrorFacts): MarketingCloudError {
    return new MarketingCloudError(this.code, this.message, { ...facts, ...this.facts }, this.cause);
  }
}
