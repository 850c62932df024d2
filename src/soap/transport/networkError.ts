/** Gives an error of sockets, TLS, DNS or decompression its place in the client's own family. */
import { MarketingCloudError, type ErrorCode, type ErrorFacts } from '../errors.ts';

/** Codes of Node.js; certificate codes are many and told by their shape, see `isTlsCode`. */
const byCode: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ['ENOTFOUND', 'host-not-found'],
  ['EAI_AGAIN', 'host-not-found'],
  ['EAI_NODATA', 'host-not-found'],
  ['ECONNREFUSED', 'connection-failed'],
  ['EHOSTUNREACH', 'connection-failed'],
  ['ENETUNREACH', 'connection-failed'],
  ['EADDRNOTAVAIL', 'connection-failed'],
  ['EACCES', 'connection-failed'],
  ['ECONNRESET', 'connection-lost'],
  ['EPIPE', 'connection-lost'],
  ['ERR_CLOSED', 'cancelled'],
  ['ABORT_ERR', 'cancelled'],
  ['ETIMEDOUT', 'connection-failed'],
  // The connection ended in the middle of the headers; every other error of the HTTP parser is no HTTP.
  ['HPE_INVALID_EOF_STATE', 'connection-lost'],
]);

/** Failures before a single byte of the request was on its way to the service. */
const neverReached: ReadonlySet<ErrorCode> = new Set([
  'host-not-found',
  'offline',
  'connection-failed',
  'tls-failed',
  'proxy-refused',
]);

const messages: Partial<Record<ErrorCode, (host: string) => string>> = {
  cancelled: () => 'The request was cancelled.',
  'timed-out': (host) => `${host} did not answer in time.`,
  'host-not-found': (host) => `The host ${host} was not found.`,
  'connection-failed': (host) => `No connection to ${host} could be made.`,
  'connection-lost': (host) => `The connection to ${host} broke before the answer was complete.`,
  'tls-failed': (host) => `The certificate or the encryption of ${host} was not accepted.`,
  'malformed-answer': (host) => `The answer of ${host} could not be decompressed or was cut off.`,
  'not-soap': (host) => `What answered at ${host} is not a web service.`,
};

/** The client's error for one that a socket or a decompressor threw; its own errors pass as they are. */
export function networkError(error: unknown, url: string, facts: ErrorFacts = {}): MarketingCloudError {
  if (error instanceof MarketingCloudError) return error;
  const { host } = new URL(url);
  const code = codeOf(error);
  const message = messages[code]?.(host) ?? `The connection to ${host} failed.`;
  const reached = !neverReached.has(code);
  return new MarketingCloudError(
    code,
    message,
    { ...(reached ? {} : { notActedOn: true }), ...facts, host },
    error,
  );
}

function codeOf(error: unknown): ErrorCode {
  // Trying several addresses of a host fails with one error that holds one for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  const known = byCode.get(code);
  if (known !== undefined) return wasConnected(first) ? 'connection-lost' : known;
  if (isTlsCode(code)) return 'tls-failed';
  if (code.startsWith('HPE_')) return 'not-soap';
  return code.startsWith('Z_') || code.startsWith('ERR_BROTLI') ? 'malformed-answer' : 'connection-lost';
}

/** Some codes say the same of a connection that is not made and of one that is there no more. */
function wasConnected(error: unknown): boolean {
  const syscall = error instanceof Error && 'syscall' in error ? error.syscall : undefined;
  return syscall === 'read' || syscall === 'write';
}

function isTlsCode(code: string): boolean {
  return /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/.test(
    code,
  );
}
