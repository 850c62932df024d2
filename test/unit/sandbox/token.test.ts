/** The token endpoint and userinfo. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, type TestSandbox } from '../../support/sandbox.ts';

describe('sandbox token endpoint', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  before(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock, clientSecret: 'given secret' });
  });
  after(() => sandbox.stop());

  interface Answer {
    readonly status: number;
    readonly body: Readonly<Record<string, unknown>>;
  }

  const post = async (body: string, type: string): Promise<Answer> => {
    const response = await fetch(`${sandbox.address}/v2/token`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  const credentials = (): Record<string, string> => ({
    grant_type: 'client_credentials',
    client_id: sandbox.connection.clientId,
    client_secret: sandbox.connection.clientSecret,
  });
  const ask = (changes: Record<string, string | number | undefined> = {}): Promise<Answer> =>
    post(JSON.stringify({ ...credentials(), ...changes }), 'application/json');

  it('answers JSON and forms alike, with its own address for all instances', async () => {
    const form = new URLSearchParams({ ...credentials(), account_id: '100000002' });
    for (const { status, body } of [
      await ask({ account_id: 100_000_002 }),
      await post(form.toString(), 'application/x-www-form-urlencoded'),
    ]) {
      assert.equal(status, 200);
      assert.equal(body['token_type'], 'Bearer');
      assert.equal(body['expires_in'], 1079);
      assert.equal(body['soap_instance_url'], `${sandbox.address}/`);
      assert.equal(body['rest_instance_url'], `${sandbox.address}/`);
      const token = String(body['access_token']);
      assert.ok(token.length > 50 && token.length <= 512, token);
      assert.ok(!token.includes('given secret'));
    }
  });

  it('grants all scopes unless fewer are asked for', async () => {
    const all = String((await ask()).body['scope']).split(' ');
    assert.ok(all.includes('data_extensions_read') && all.includes('email_send') && all.length > 60);
    assert.equal((await ask({ scope: 'email_read  email_send' })).body['scope'], 'email_read email_send');
    assert.equal((await ask({ scope: '' })).body['scope'], '');
  });

  const refusals: readonly (readonly [
    string,
    Record<string, string | number | undefined>,
    number,
    string,
  ])[] = [
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
    ['no secret', { client_secret: undefined }, 400, 'invalid_request'],
    ['no grant type', { grant_type: undefined }, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['an unknown scope', { scope: 'email_read everything' }, 400, 'invalid_scope'],
    ['an account that is not there', { account_id: 42 }, 400, 'invalid_request'],
    ['an account that is no number', { account_id: 'me' }, 400, 'invalid_request'],
  ];
  for (const [what, changes, status, error] of refusals) {
    it(`refuses ${what}`, async () => {
      const answer = await ask(changes);
      assert.deepEqual([answer.status, answer.body['error']], [status, error]);
      assert.equal(typeof answer.body['error_description'], 'string');
      assert.deepEqual([sandbox.lastRequest()?.operation, sandbox.lastRequest()?.outcome], ['Token', error]);
    });
  }

  it('says of wrong credentials what the real one says', async () => {
    assert.equal(
      (await ask({ client_secret: 'wrong' })).body['error_description'],
      'Client authentication failed. Make sure that the client ID and client secret are valid and that the package is installed and enabled.',
    );
  });

  it('refuses bodies that it cannot read', async () => {
    for (const body of ['', 'nonsense', '[]', 'null', '"x"']) {
      const answer = await post(body, 'application/json');
      assert.deepEqual([answer.status, answer.body['error']], [400, 'invalid_request'], body);
    }
  });

  it('tells whom a token belongs to, until it has run out', async () => {
    const token = await sandbox.token(100_000_003);
    const userinfo = async (authorization: string): Promise<Answer> => {
      const response = await fetch(`${sandbox.address}/v2/userinfo`, { headers: { authorization } });
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    };
    const { body } = await userinfo(`Bearer ${token}`);
    const organization = body['organization'] as Record<string, unknown>;
    assert.deepEqual([organization['member_id'], organization['enterprise_id']], [100_000_003, 100_000_001]);
    assert.deepEqual(body['rest'], {
      rest_instance_url: sandbox.address,
      soap_instance_url: sandbox.address,
    });
    assert.equal((await userinfo('Bearer nonsense')).status, 401);
    assert.equal((await userinfo('')).status, 401);
    clock.advance(1_079_000);
    assert.deepEqual(await userinfo(`Bearer ${token}`), {
      status: 401,
      body: {
        documentation: 'https://developer.salesforce.com/docs',
        errorcode: 0,
        message: 'Not Authorized',
      },
    });
  });
});
