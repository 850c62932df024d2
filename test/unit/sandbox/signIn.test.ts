/** Signing in: authorization code with PKCE, refresh, the legacy ways, and what tokens with few scopes may do (F4). */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { post, startSandbox, textOf, type TestSandbox } from '../../support/sandbox.ts';

const verifier = 'a-verifier-that-is-long-enough-to-be-one-0123456789';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirect = 'http://127.0.0.1:4321/callback';

describe('sandbox sign-in', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  before(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
  });
  after(() => sandbox.stop());

  type Fields = Readonly<Record<string, string | undefined>>;

  const present = (fields: Fields): Record<string, string> =>
    Object.fromEntries(
      Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  const authorize = (changes: Fields = {}): Promise<Response> => {
    const fields = present({
      response_type: 'code',
      client_id: sandbox.connection.publicApp.clientId,
      redirect_uri: redirect,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 'my state',
      decision: 'allow',
      ...changes,
    });
    const query = new URLSearchParams(fields).toString();
    return fetch(`${sandbox.address}/v2/authorize?${query}`, { redirect: 'manual' });
  };
  const sentBack = async (changes: Fields = {}): Promise<Record<string, string>> => {
    const response = await authorize(changes);
    assert.equal(response.status, 302);
    const url = new URL(response.headers.get('location') ?? '');
    assert.equal(`${url.origin}${url.pathname}`, redirect);
    return Object.fromEntries(url.searchParams);
  };
  const codeOf = async (changes: Fields = {}): Promise<string> => (await sentBack(changes))['code'] ?? '';
  const token = async (fields: Fields): Promise<Record<string, string>> => {
    const body = JSON.stringify(present(fields));
    const response = await fetch(`${sandbox.address}/v2/token`, { method: 'POST', body });
    return (await response.json()) as Record<string, string>;
  };
  const exchange = (code: string, changes: Fields = {}): Promise<Record<string, string>> =>
    token({
      grant_type: 'authorization_code',
      client_id: sandbox.connection.publicApp.clientId,
      redirect_uri: redirect,
      code_verifier: verifier,
      code,
      ...changes,
    });
  const userinfo = async (
    accessToken: string,
  ): Promise<{ user: { name: string }; organization: { member_id: number } }> =>
    (await (
      await fetch(`${sandbox.address}/v2/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } })
    ).json()) as never;

  it('shows who there is to sign in as, and sends back a code with the state', async () => {
    const page = await authorize({ decision: undefined });
    const html = await page.text();
    assert.equal(page.status, 200);
    assert.match(html, /Sign in as Ana Admin/);
    assert.doesNotMatch(html, /Greta Gone/);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const answer = await sentBack();
    assert.equal(answer['state'], 'my state');
    assert.ok((answer['code'] ?? '').length > 20 && answer['tssd'] !== undefined);
    assert.deepEqual(await sentBack({ decision: 'deny' }), { error: 'access_denied', state: 'my state' });
  });

  it('gives a token for a code and its verifier, once, within five minutes', async () => {
    const code = await codeOf({ user: 'uma.kingdom' });
    const answer = await exchange(code);
    const info = await userinfo(answer['access_token'] ?? '');
    assert.deepEqual([info.user.name, info.organization.member_id], ['Uma Kingdom', 100_000_002]);
    assert.ok((answer['refresh_token'] ?? '').length <= 512);
    assert.equal((await exchange(code))['error'], 'invalid_grant');
    const late = await codeOf();
    clock.advance(5 * 60_000 + 1);
    assert.equal((await exchange(late))['error'], 'invalid_grant');
  });

  it('gives none for another verifier, address or package', async () => {
    for (const changes of [
      { code_verifier: undefined },
      { code_verifier: `${verifier}x` },
      { redirect_uri: 'http://127.0.0.1:1/' },
      { client_id: sandbox.connection.webApp.clientId, client_secret: sandbox.connection.clientSecret },
    ]) {
      assert.equal(
        (await exchange(await codeOf(), changes))['error'],
        'invalid_grant',
        JSON.stringify(changes),
      );
    }
    const { clientId } = sandbox.connection;
    const server = { client_id: clientId, client_secret: sandbox.connection.clientSecret };
    assert.equal((await exchange(await codeOf(), server))['error'], 'unauthorized_client');
  });

  it('wants the secret of a web app, and no PKCE', async () => {
    const { clientId, clientSecret } = sandbox.connection.webApp;
    const plain = { client_id: clientId, code_challenge: undefined, code_challenge_method: undefined };
    const secret = { client_id: clientId, client_secret: clientSecret, code_verifier: undefined };
    assert.equal((await exchange(await codeOf(plain), secret))['token_type'], 'Bearer');
    const wrong = await exchange(await codeOf(plain), { ...secret, client_secret: 'wrong' });
    assert.equal(wrong['error'], 'invalid_client');
  });

  it('sends back what is wrong with a request, and nobody to an address that it does not know', async () => {
    assert.equal((await sentBack({ code_challenge: undefined }))['error'], 'invalid_request');
    assert.equal((await sentBack({ code_challenge_method: 'S512' }))['error'], 'invalid_request');
    assert.equal((await sentBack({ response_type: 'token' }))['error'], 'unsupported_response_type');
    assert.equal((await sentBack({ scope: 'fly' }))['error'], 'invalid_scope');
    for (const changes of [
      { redirect_uri: 'https://evil.example/' },
      { redirect_uri: 'x' },
      { client_id: 'x' },
    ]) {
      assert.equal((await authorize(changes)).status, 400);
    }
    assert.equal((await authorize({ redirect_uri: 'vscode://publisher.extension/callback' })).status, 302);
  });

  it('refreshes once with each refresh token, to another business unit if that is wanted', async () => {
    const first = await exchange(await codeOf({ user: 'ana.admin', scope: 'email_read offline' }));
    const refresh = (
      refreshToken: string | undefined,
      changes: Fields = {},
    ): Promise<Record<string, string>> =>
      token({
        grant_type: 'refresh_token',
        client_id: sandbox.connection.publicApp.clientId,
        refresh_token: refreshToken,
        ...changes,
      });
    const second = await refresh(first['refresh_token'], { account_id: '100000003' });
    assert.equal(second['scope'], 'offline email_read');
    assert.equal((await userinfo(second['access_token'] ?? '')).organization.member_id, 100_000_003);
    assert.equal((await refresh(first['refresh_token']))['error'], 'invalid_grant');
    assert.equal((await refresh(second['refresh_token'], { scope: 'sms_send' }))['error'], 'invalid_scope');
    assert.equal((await refresh(second['access_token']))['error'], 'invalid_grant');
    const uma = await exchange(await codeOf({ user: 'uma.kingdom' }));
    assert.equal(
      (await refresh(uma['refresh_token'], { account_id: '100000003' }))['error'],
      'invalid_grant',
    );
  });

  const status = '<SystemStatusRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI"/>';
  const secext = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
  const soap = (header: string): Promise<{ status: number; envelope: string; message: string }> =>
    post(
      sandbox,
      { 'content-type': 'text/xml', soapaction: 'GetSystemStatus' },
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>${header}</s:Header><s:Body>${status}</s:Body></s:Envelope>`,
    );

  it('takes the name and password of an API user, and of nobody else', async () => {
    const { name, password } = sandbox.connection.user;
    const header = (user: string, word: string): string =>
      `<o:Security xmlns:o="${secext}"><o:UsernameToken><o:Username>${user}</o:Username><o:Password>${word}</o:Password></o:UsernameToken></o:Security>`;
    assert.equal((await soap(header(name, password))).status, 200);
    for (const wrong of [header(name, 'wrong'), header('ana.admin', password), header('x', password), '']) {
      assert.equal(textOf((await soap(wrong)).envelope, 'faultstring'), 'Login Failed');
    }
  });

  it('gives tokens the way that packages of before 2019 ask for them', async () => {
    const ask = (clientSecret: string): Promise<Response> =>
      fetch(`${sandbox.address}/v1/requestToken`, {
        method: 'POST',
        body: JSON.stringify({ clientId: sandbox.connection.clientId, clientSecret }),
      });
    const { accessToken, expiresIn } = (await (await ask(sandbox.connection.clientSecret)).json()) as {
      accessToken: string;
      expiresIn: number;
    };
    assert.equal(expiresIn, 3600);
    const reply = await soap(`<fueloauth xmlns="http://exacttarget.com">${accessToken}</fueloauth>`);
    assert.equal(textOf(reply.message, 'SystemStatus'), 'OK');
    assert.equal((await ask('wrong')).status, 401);
  });

  it('lets a token do what its scopes allow, and says which one is missing', async () => {
    const { clientId: id, clientSecret: secret } = sandbox.connection;
    const answer = await token({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
      scope: 'data_extensions_read email_write',
    });
    const call = async (operation: string, body: string): Promise<string> => {
      const message = body.replace(/^<(\w+)/, '<$1 xmlns="http://exacttarget.com/wsdl/partnerAPI"');
      const reply = await post(
        sandbox,
        { 'content-type': 'text/xml', soapaction: operation },
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><s:Header><fueloauth xmlns="http://exacttarget.com">${answer['access_token'] ?? ''}</fueloauth></s:Header><s:Body>${message}</s:Body></s:Envelope>`,
      );
      return textOf(reply.message, 'StatusMessage') ?? textOf(reply.message, 'OverallStatus') ?? '';
    };
    const read = (type: string): Promise<string> =>
      call(
        'Retrieve',
        `<RetrieveRequestMsg><RetrieveRequest><ObjectType>${type}</ObjectType><Properties>ID</Properties></RetrieveRequest></RetrieveRequestMsg>`,
      );
    assert.equal(
      await read('Subscriber'),
      'Error: API Permission Failed. The token lacks the scope list_and_subscribers_read.',
    );
    assert.match(await read('DataExtension'), /^Error: The Request Property/);
    assert.match(
      await call(
        'Create',
        '<CreateRequest><Options/><Objects xsi:type="DataExtension"><Name>x</Name></Objects></CreateRequest>',
      ),
      /lacks the scope data_extensions_write/,
    );
    assert.match(
      await call(
        'Perform',
        '<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="EmailSendDefinition"><CustomerKey>big-sale</CustomerKey></Definition></Definitions></PerformRequestMsg>',
      ),
      /lacks the scope email_send/,
    );
  });
});
