/** `POST /v2/token`: access tokens, for packages that act by themselves and for users who signed in. */
import type { RequestRecord } from '../../contracts.ts';
import type { FaultKind } from '../../faults/kinds.ts';
import { strikeOf } from '../../faults/strike.ts';
import { packedScopes } from '../../service/scopes.ts';
import { jsonReply, mediaTypeOf, textReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { clientWith } from './clients.ts';
import { grants, type Granted } from './grants.ts';
import { invalidClient, refusal, type Refusal } from './refusal.ts';
import type { TokenService } from './service.ts';

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
  const { clientId, granted: result } =
    fields === undefined ? { clientId: '', granted: malformed } : grant(service, fields);
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
  return jsonReply(200, tokenAnswer(service, clientId, result));
}

/** How long a refresh token is good (documented). */
const refreshLifetime = 30 * 86_400_000;

function tokenAnswer(service: TokenService, clientId: string, { account, scopes, userId }: Granted): object {
  const { org, tokens, address, tokenLifetimeSeconds } = service;
  const now = org.clock.now();
  const grant = {
    mid: account.mid,
    expiresAt: now + tokenLifetimeSeconds * 1000,
    scopes: packedScopes(scopes),
    ...(userId === undefined ? {} : { userId }),
  };
  const answer = {
    access_token: tokens.issue(grant, org.random.integer()),
    token_type: 'Bearer',
    expires_in: tokenLifetimeSeconds,
    scope: scopes.join(' '),
    soap_instance_url: `${address}/`,
    rest_instance_url: `${address}/`,
  };
  if (userId === undefined) return answer;
  const refresh = { ...grant, expiresAt: now + refreshLifetime, clientId, serial: org.random.integer() };
  return { ...answer, refresh_token: tokens.issueRefresh({ ...refresh, refreshes: true }) };
}

const malformed = refusal('invalid_request', 'The request body is neither a JSON object nor a form.');

interface Result {
  readonly clientId: string;
  readonly granted: Granted | Refusal;
}

function grant(service: TokenService, fields: ReadonlyMap<string, string>): Result {
  const clientId = fields.get('client_id') ?? '';
  return { clientId, granted: grantTo(service, fields) };
}

function grantTo(service: TokenService, fields: ReadonlyMap<string, string>): Granted | Refusal {
  const grantType = fields.get('grant_type');
  if (grantType === undefined) return refusal('invalid_request', 'grant_type is required.');
  const handler = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (handler === undefined) {
    return refusal('unsupported_grant_type', `The grant type ${grantType} is not supported.`);
  }
  const [clientId, secret] = [fields.get('client_id'), fields.get('client_secret')];
  const client = clientWith(clientId, service.clientSecret);
  if (clientId === undefined || (secret === undefined && client?.secret !== undefined)) {
    return refusal('invalid_request', 'client_id and client_secret are required.');
  }
  if (client === undefined || (client.secret !== undefined && client.secret !== secret)) return invalidClient;
  if (!client.grants.includes(grantType)) {
    return refusal('unauthorized_client', `The package cannot use the grant type ${grantType}.`);
  }
  return handler(service, client, fields);
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
