/** `POST /v1/requestToken`: the older way to a token, of the packages of before 2019. */
import { packageScopes, packedScopes } from '../../service/scopes.ts';
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { clientIds } from './clients.ts';
import type { TokenService } from './service.ts';

/** Such tokens live for an hour (documented). */
const lifetimeSeconds = 3600;

export function answerLegacyToken(service: TokenService, request: HttpRequest): HttpReply {
  const { org, tokens } = service;
  const { clientId, clientSecret } = fieldsOf(request.body.toString('utf8'));
  const isKnown = clientId === clientIds.server && clientSecret === service.clientSecret;
  const at = new Date(org.clock.now()).toISOString();
  const outcome = isKnown ? 'OK' : 'Unauthorized';
  service.journal.add({
    at,
    operation: 'Token',
    mid: isKnown ? org.enterprise.mid : 0,
    outcome,
    problems: [],
  });
  // Only the names of the fields are documented; the words are inferred.
  if (!isKnown) return jsonReply(401, { message: 'Unauthorized', errorcode: 1, documentation: '' });
  const grant = {
    mid: org.enterprise.mid,
    expiresAt: org.clock.now() + lifetimeSeconds * 1000,
    scopes: packedScopes(packageScopes),
  };
  return jsonReply(200, {
    accessToken: tokens.issue(grant, org.random.integer()),
    expiresIn: lifetimeSeconds,
  });
}

function fieldsOf(text: string): { readonly clientId?: unknown; readonly clientSecret?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
