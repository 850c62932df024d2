/**
 * `GET /v2/authorize`: where a person signs in and allows a package to act. The real page asks for a password; here
 * one chooses who to be. A program that wants no page adds `decision=allow`, and `user=` if it is not to be the first.
 */
import { mayUse, type User } from '../../org/user.ts';
import { packageScopes } from '../../service/scopes.ts';
import { textReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { escapeHtml, htmlReply } from '../html.ts';
import { clientWith, isRegistered } from './clients.ts';
import type { Authorization } from './codes.ts';
import { scopesOf } from './grants.ts';
import type { TokenService } from './service.ts';

export function answerAuthorize(service: TokenService, { query }: HttpRequest): HttpReply {
  const fields = new Map(query);
  const client = clientWith(fields.get('client_id'), service.clientSecret);
  const redirectUri = fields.get('redirect_uri') ?? '';
  // Without a known package and address nobody can be sent back.
  if (client?.grants.includes('authorization_code') !== true) {
    return problemPage('No package that people can sign in to has this client_id.');
  }
  if (!isRegistered(redirectUri)) return problemPage('The package does not have this redirect_uri.');
  const back = (answer: Record<string, string>): HttpReply => redirect(redirectUri, fields, answer);

  const problem = requestProblem(fields, client.secret === undefined);
  if (problem !== undefined) return back(problem);
  const scopes = scopesOf(fields, packageScopes);
  if ('error' in scopes) return back({ error: scopes.error, error_description: scopes.description });
  if (fields.get('decision') === 'deny') return back({ error: 'access_denied' });
  const user = fields.get('decision') === 'allow' ? userOf(service, fields) : undefined;
  if (user === undefined) return signInPage(service, fields);
  const code = service.org.random.guid().replaceAll('-', '');
  const authorization: Authorization = {
    clientId: client.id,
    redirectUri,
    userId: user.id,
    mid: user.defaultMid,
    scopes,
    challenge: challengeOf(fields),
  };
  service.codes.keep(code, authorization, service.org.clock.now());
  user.lastLogin = service.org.clock.now();
  return back({ code, tssd: 'sandbox' });
}

function challengeOf(fields: ReadonlyMap<string, string>): Authorization['challenge'] {
  const value = fields.get('code_challenge');
  return value === undefined ? undefined : { value, method: fields.get('code_challenge_method') ?? 'plain' };
}

function requestProblem(
  fields: ReadonlyMap<string, string>,
  isPublic: boolean,
): Record<string, string> | undefined {
  if (fields.get('response_type') !== 'code') return { error: 'unsupported_response_type' };
  const challenge = challengeOf(fields);
  const description =
    challenge === undefined
      ? isPublic
        ? 'code_challenge is required for a public app.'
        : undefined
      : ['S256', 'plain'].includes(challenge.method)
        ? undefined
        : 'code_challenge_method must be S256 or plain.';
  return description === undefined ? undefined : { error: 'invalid_request', error_description: description };
}

function activeUsers({ org }: TokenService): readonly User[] {
  return [...org.users.all()].filter((user) => mayUse(user, user.defaultMid));
}

function userOf(service: TokenService, fields: ReadonlyMap<string, string>): User | undefined {
  const wanted = fields.get('user');
  return activeUsers(service).find((user) => wanted === undefined || user.userId === wanted);
}

function redirect(
  uri: string,
  fields: ReadonlyMap<string, string>,
  answer: Readonly<Record<string, string>>,
): HttpReply {
  const url = new URL(uri);
  const state = fields.get('state');
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return textReply(302, 'Found', { Location: url.href, 'Cache-Control': 'no-store' });
}

const style =
  'body{font:16px system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem;color:#1d1d1f;background:#fff}' +
  'a{display:block;padding:.75rem 1rem;margin:.5rem 0;border:1px solid #767676;border-radius:.5rem;color:inherit;text-decoration:none}' +
  'a:hover,a:focus{border-color:#0b5cad;outline:2px solid #0b5cad}small{color:#5b5b5f}' +
  '@media(prefers-color-scheme:dark){body{background:#1e1e1e;color:#eee}small{color:#b5b5b8}}';

function signInPage(service: TokenService, fields: ReadonlyMap<string, string>): HttpReply {
  const link = (members: Readonly<Record<string, string>>, text: string, note = ''): string => {
    const query = new URLSearchParams([...fields, ...Object.entries(members)]);
    return `<a href="/v2/authorize?${escapeHtml(query.toString())}">${escapeHtml(text)}<br><small>${escapeHtml(note)}</small></a>`;
  };
  const users = activeUsers(service).map((user) => {
    const account = service.org.account(user.defaultMid);
    return link({ decision: 'allow', user: user.userId }, `Sign in as ${user.name}`, account?.name);
  });
  const body = `<h1>Sign in to the sandbox org</h1><p>It is a simulated Marketing Cloud on this machine: there are no passwords. Choose who to be.</p>${users.join('')}${link({ decision: 'deny' }, 'Do not allow it')}`;
  return htmlReply(200, { title: 'Sign in to the sandbox org', body, style });
}

function problemPage(text: string): HttpReply {
  return htmlReply(400, {
    title: 'Sign-in',
    body: `<h1>Nobody can sign in here</h1><p>${escapeHtml(text)}</p>`,
    style,
  });
}
