/** `POST /v2/token`: an access token for the server-to-server grant. */
import type { RequestRecord } from '../contracts.ts';
import type { FaultBoard } from '../faults/faultBoard.ts';
import type { FaultKind } from '../faults/kinds.ts';
import { strikeOf } from '../faults/strike.ts';
import type { Journal } from '../journal.ts';
import { reaches, type Account } from '../org/account.ts';
import type { Org } from '../org/org.ts';
import type { AccessTokens } from '../service/accessTokens.ts';
import { jsonReply, mediaTypeOf, textReply, type HttpReply, type HttpRequest } from './exchange.ts';
import { packageScopes } from './scopes.ts';

export interface TokenService {
  readonly org: Org;
  readonly tokens: AccessTokens;
  readonly journal: Journal;
  readonly faults: FaultBoard;
  readonly address: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenLifetimeSeconds: number;
}

/** An error of the endpoint, by the names of OAuth 2. */
interface Refusal {
  readonly status: 400 | 401;
  readonly error: string;
  readonly description: string;
}

interface Granted {
  readonly account: Account;
  readonly scopes: readonly string[];
}

const documentation = 'https://developer.salesforce.com/docs';

/** Answers a token request, whose body may be JSON or a form, and enters it in the journal. */
export function answerToken(service: TokenService, request: HttpRequest): HttpReply {
  const struck = service.faults.draw({ operation: 'Token' });
  if (struck.length === 0) return answerFields(service, request, []);
  const kinds = struck.map(({ kind }) => kind);
  const { mishap, refusal: fault } = strikeOf(struck);
  if (fault === undefined) return { ...answerFields(service, request, kinds), mishap };
  enter(service, { mid: 0, outcome: fault.text, problems: [], faults: kinds });
  // How the real endpoint refuses a client that calls too often is documented for the REST API only.
  const reply = kinds.includes('throttling')
    ? jsonReply(429, { errorcode: 50100, message: 'Rate Limited' })
    : textReply(503, 'Service Unavailable');
  return { ...reply, mishap };
}

function enter(service: TokenService, entry: Omit<RequestRecord, 'number' | 'at' | 'operation'>): void {
  const at = new Date(service.org.clock.now()).toISOString();
  service.journal.add({ at, operation: 'Token', ...entry });
}

function answerFields(service: TokenService, request: HttpRequest, struck: readonly FaultKind[]): HttpReply {
  const fields = fieldsOf(request);
  const result = fields === undefined ? malformed : grant(service, fields);
  const refused = 'error' in result;
  enter(service, {
    mid: refused ? 0 : result.account.mid,
    outcome: refused ? result.error : 'OK',
    problems: refused ? [result.description] : [],
    ...(struck.length === 0 ? {} : { faults: struck }),
  });
  if (refused) {
    const { status, error, description } = result;
    return jsonReply(status, { error, error_description: description, error_uri: documentation });
  }
  return jsonReply(200, tokenAnswer(service, result));
}

function tokenAnswer(service: TokenService, { account, scopes }: Granted): object {
  const { org, tokens, address, tokenLifetimeSeconds } = service;
  const expiresAt = org.clock.now() + tokenLifetimeSeconds * 1000;
  return {
    access_token: tokens.issue({ mid: account.mid, expiresAt }, org.random.integer()),
    token_type: 'Bearer',
    expires_in: tokenLifetimeSeconds,
    scope: scopes.join(' '),
    soap_instance_url: `${address}/`,
    rest_instance_url: `${address}/`,
  };
}

const refusal = (error: string, description: string): Refusal => ({ status: 400, error, description });

const malformed = refusal('invalid_request', 'The request body is neither a JSON object nor a form.');

/** The texts of all errors but `invalid_client`, which is recorded, are inferred; their names are OAuth's. */
function grant(service: TokenService, fields: ReadonlyMap<string, string>): Granted | Refusal {
  const grantType = fields.get('grant_type');
  if (grantType === undefined) return refusal('invalid_request', 'grant_type is required.');
  if (grantType !== 'client_credentials') {
    return refusal('unsupported_grant_type', `The grant type ${grantType} is not supported.`);
  }
  const clientId = fields.get('client_id');
  const clientSecret = fields.get('client_secret');
  if (clientId === undefined || clientSecret === undefined) {
    return refusal('invalid_request', 'client_id and client_secret are required.');
  }
  if (clientId !== service.clientId || clientSecret !== service.clientSecret) {
    const description =
      'Client authentication failed. Make sure that the client ID and client secret are valid and that the package is installed and enabled.';
    return { status: 401, error: 'invalid_client', description };
  }
  return grantTo(service, fields);
}

function grantTo(service: TokenService, fields: ReadonlyMap<string, string>): Granted | Refusal {
  const { org } = service;
  const mid = fields.get('account_id');
  // What the endpoint says to a wrong account_id is not known; OAuth has no better name for it than this.
  const account = mid === undefined ? org.enterprise : org.account(Number(mid));
  if (account === undefined || !reaches(org.enterprise, account)) {
    return refusal('invalid_request', `The account ${mid ?? ''} is not one that the package can be used in.`);
  }
  // No scope asked for means all of them; an empty one means none (documented).
  const scopes =
    fields
      .get('scope')
      ?.split(/\s+/)
      .filter((scope) => scope !== '') ?? packageScopes;
  const unknown = scopes.filter((scope) => !packageScopes.includes(scope));
  if (unknown.length > 0) return refusal('invalid_scope', `The package does not have: ${unknown.join(' ')}.`);
  return { account, scopes };
}

/** The fields of the body; undefined when it cannot be read. */
function fieldsOf(request: HttpRequest): ReadonlyMap<string, string> | undefined {
  const text = request.body.toString('utf8');
  if (mediaTypeOf(request) === 'application/x-www-form-urlencoded') return new Map(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value).filter(([, field]) => ['string', 'number'].includes(typeof field));
    return new Map(entries.map(([name, field]) => [name, String(field)]));
  } catch {
    return undefined;
  }
}
