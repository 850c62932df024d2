/** The tenant's token service: asks it for a token, and tells its refusals apart. */
import { MarketingCloudError, type ErrorCode } from '../errors.ts';
import { readText, type HttpResponse, type Transport } from '../transport/transport.ts';
import type { AccessToken } from './tokenSource.ts';

export interface TokenRequest {
  readonly transport: Transport;
  /** Base address of the token service. */
  readonly authAddress: string;
  /** Members of the request, e.g. `grant_type`. Those that are undefined are left out. */
  readonly fields: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface TokenGrant {
  readonly token: AccessToken;
  /** Takes the place of the one that was used (documented). */
  readonly refreshToken?: string;
}

/** The share of a token's life after which a new one is fetched, so that no call meets its end. */
const usedShare = 0.85;
const tokenTimeout = 30_000;

/** What the token service answers; every member is checked before use. */
interface TokenAnswer {
  readonly access_token?: unknown;
  readonly refresh_token?: unknown;
  readonly expires_in?: unknown;
  readonly soap_instance_url?: unknown;
  readonly scope?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
}

/** @throws MarketingCloudError `client-rejected`, `sign-in-needed`, `token-refused`, `not-soap`, network codes. */
export async function requestToken({
  transport,
  authAddress,
  fields,
  now,
}: TokenRequest): Promise<TokenGrant> {
  const url = new URL('v2/token', authAddress).href;
  const { response, answer } = await postJson(transport, url, fields);
  const { host } = new URL(url);
  if (answer === undefined) throw notTokenService(response, host);
  if (response.status !== 200) throw refusal(answer, response, host);
  const granted: TokenAnswer = answer;
  const { access_token: value, soap_instance_url: soapInstance, refresh_token: refreshToken } = granted;
  if (typeof value !== 'string' || value === '' || typeof soapInstance !== 'string') {
    throw notTokenService(response, host);
  }
  const { scope } = granted;
  return {
    token: {
      value,
      expiresAt: now() + usableTime(granted.expires_in),
      soapAddress: `${soapInstance.replace(/\/+$/, '')}/Service.asmx`,
      scopes: typeof scope === 'string' ? scope.split(' ').filter((word) => word !== '') : [],
    },
    ...(typeof refreshToken === 'string' && refreshToken !== '' ? { refreshToken } : {}),
  };
}

/** Milliseconds for which a token is used. @param lifetime in seconds. */
export function usableTime(lifetime: unknown): number {
  return typeof lifetime === 'number' && lifetime > 0 ? lifetime * 1000 * usedShare : 0;
}

/** Posts JSON to a token service and reads the JSON that it answers; undefined when it is none. */
export async function postJson(
  transport: Transport,
  url: string,
  fields: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly response: HttpResponse; readonly answer: object | undefined }> {
  const response = await transport.send({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(fields),
    timeout: tokenTimeout,
  });
  return { response, answer: parse(await readText(response)) };
}

function parse(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The error for an answer that no token service gives. */
export function notTokenService({ status }: HttpResponse, host: string): MarketingCloudError {
  const message = `What answered at ${host} (HTTP ${String(status)}) is not Marketing Cloud’s token service.`;
  return new MarketingCloudError('not-soap', message, { operation: 'token', httpStatus: status, host });
}

/** OAuth's names for what is more than a refusal; a refresh token or a code that is used up is `invalid_grant`. */
const byError: Readonly<Record<string, ErrorCode>> = {
  invalid_client: 'client-rejected',
  unauthorized_client: 'client-rejected',
  invalid_grant: 'sign-in-needed',
};

function refusal(answer: TokenAnswer, { status }: HttpResponse, host: string): MarketingCloudError {
  const error = typeof answer.error === 'string' ? answer.error : '';
  const words = typeof answer.error_description === 'string' ? answer.error_description : error;
  return new MarketingCloudError(
    byError[error] ?? 'token-refused',
    `${host} gave no token: ${words === '' ? `HTTP ${String(status)}` : words}`,
    { operation: 'token', serverMessage: words, httpStatus: status, host },
  );
}
