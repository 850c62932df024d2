/** Every way in: a person who signs in, a user name, an older package, a token from elsewhere. */
import assert from 'node:assert/strict';
import {
  awaitRedirect,
  finishSignIn,
  givenToken,
  legacyPackageToken,
  NodeTransport,
  SignedInPerson,
  SoapClient,
  startSignIn,
  userNameToken,
  type RefreshTokenStore,
  type SignInApp,
  type TokenSource,
} from '../../src/soap/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { failsWith } from '../support/scriptedClient.ts';

/** Follows a sign-in as a browser does whose person allows it. */
async function browse(address: string, decision = 'allow'): Promise<string> {
  const response = await fetch(`${address}&decision=${decision}`, { redirect: 'manual' });
  return response.headers.get('location') ?? '';
}

describe('contract: every way in', () => {
  let sandbox: Sandbox;
  let transport: NodeTransport;
  const redirectUri = 'http://127.0.0.1:53682/';

  before(async () => {
    sandbox = await createSandbox();
    transport = new NodeTransport();
  });

  after(async () => {
    await transport.close();
    await sandbox.stop();
  });

  const publicApp = (): SignInApp => ({
    authAddress: `${sandbox.address}/`,
    clientId: sandbox.connection.publicApp.clientId,
    redirectUri,
  });
  const soapAddress = (): string => `${sandbox.address}/Service.asmx`;
  const works = async (tokens: TokenSource): Promise<void> => {
    const client = new SoapClient({ tokens, transport });
    assert.equal((await client.systemStatus()).status, 'OK');
  };

  function memory(first: string): RefreshTokenStore & { readonly written: string[] } {
    const written = [first];
    return {
      written,
      read: () => Promise.resolve(written.at(-1)),
      write: (token) => Promise.resolve(void written.push(token)),
    };
  }

  it('a public app signs in with PKCE, and its refresh tokens are used one after another', async () => {
    const app = publicApp();
    const started = startSignIn(app);
    const signedIn = await finishSignIn(app, started, await browse(started.address), { transport });
    const store = memory(signedIn.refreshToken);
    let time = Date.now();
    const person = new SignedInPerson(app, store, { transport, now: () => time });
    const [own, other] = [person.tokens(), person.tokens()];
    const [first, second] = await Promise.all([own.token(), other.token()]);
    assert.notEqual(first.value, second.value);
    assert.equal(new Set(store.written).size, 3);
    await works(own);
    time += 1_000_000;
    assert.notEqual((await own.token()).value, first.value);
    assert.equal(store.written.length, 4);
  });

  it('two processes that share what is kept of a sign-in do not sign each other out', async () => {
    const app = publicApp();
    const started = startSignIn(app);
    const signedIn = await finishSignIn(app, started, await browse(started.address), { transport });
    const shared = memory(signedIn.refreshToken);
    // This one has read the token just before the other one uses it up.
    const reads = [signedIn.refreshToken];
    const slow = {
      ...shared,
      read: () => (reads.length > 0 ? Promise.resolve(reads.shift()) : shared.read()),
    };
    await new SignedInPerson(app, shared, { transport }).tokens().token();
    await works(new SignedInPerson(app, slow, { transport }).tokens());
    assert.equal(shared.written.length, 3);
  });

  it('a web app signs in with its secret, with and without PKCE', async () => {
    const { clientId, clientSecret } = sandbox.connection.webApp;
    for (const pkce of [true, false]) {
      const app = { ...publicApp(), clientId, clientSecret: () => Promise.resolve(clientSecret), pkce };
      const started = startSignIn(app);
      const { token } = await finishSignIn(app, started, await browse(started.address), { transport });
      await works(givenToken(token));
    }
  });

  it('a browser comes back to this machine', async () => {
    const waiting = await awaitRedirect(0);
    const app = { ...publicApp(), redirectUri: waiting.redirectUri };
    const started = startSignIn(app);
    assert.equal((await fetch(`${waiting.redirectUri}favicon.ico`)).status, 404);
    const page = await fetch(`${started.address}&decision=allow`);
    assert.match(await page.text(), /close this page/);
    assert.ok((await finishSignIn(app, started, await waiting.returned, { transport })).refreshToken);
    const left = new AbortController();
    const abandoned = await awaitRedirect(0, { signal: left.signal });
    left.abort();
    await assert.rejects(abandoned.returned, failsWith('cancelled'));
  });

  it('a browser that does not come back is waited for no longer than five minutes', async () => {
    let waited = 0;
    let ring = (): void => undefined;
    const timer = {
      now: () => 0,
      after: (milliseconds: number, callback: () => void) => {
        [waited, ring] = [milliseconds, callback];
        return () => undefined;
      },
    };
    const { redirectUri: address, returned } = await awaitRedirect(0, { timer });
    ring();
    await assert.rejects(returned, failsWith('sign-in-abandoned'));
    assert.equal(waited, 5 * 60 * 1000);
    await assert.rejects(fetch(address), 'nobody listens any more');
  });

  it('a sign-in that is denied, forged or used up is none', async () => {
    const app = publicApp();
    const started = startSignIn(app);
    const finish = (returned: string): Promise<unknown> =>
      finishSignIn(app, started, returned, { transport });
    const back = await browse(started.address);
    await assert.rejects(finish(await browse(started.address, 'deny')), failsWith('sign-in-denied'));
    await assert.rejects(
      finish(back.replace(started.state, 'forged')),
      failsWith('sign-in-mismatched', /does not belong/),
    );
    await assert.rejects(
      finish(`${redirectUri}?state=${started.state}`),
      failsWith('sign-in-mismatched', /no code/),
    );
    const stolen = finishSignIn(app, { ...started, verifier: 'other' }, back, { transport });
    await assert.rejects(stolen, failsWith('sign-in-needed'));
    await assert.rejects(finish(back), failsWith('sign-in-needed'), 'a code is good for one try');
    const nobody = new SignedInPerson(
      app,
      { ...memory(''), read: () => Promise.resolve(undefined) },
      { transport },
    );
    await assert.rejects(nobody.tokens().token(), failsWith('sign-in-needed'));
    const spent = new SignedInPerson(app, memory('spent'), { transport });
    await assert.rejects(spent.tokens().token(), failsWith('sign-in-needed'));
  });

  it('a user name and its password, the legacy way', async () => {
    const { name: userName, password } = sandbox.connection.user;
    await works(
      userNameToken({ userName, password: () => Promise.resolve(password), soapAddress: soapAddress() }),
    );
    const wrong = userNameToken({
      userName,
      password: () => Promise.resolve('no'),
      soapAddress: soapAddress(),
    });
    await assert.rejects(works(wrong), failsWith('login-failed'));
  });

  it('a package of before 2019', async () => {
    const { clientId, clientSecret } = sandbox.connection;
    const legacy = { clientId, soapAddress: soapAddress(), authAddress: `${sandbox.address}/` };
    await works(
      legacyPackageToken({ ...legacy, clientSecret: () => Promise.resolve(clientSecret) }, { transport }),
    );
    const wrong = legacyPackageToken({ ...legacy, clientSecret: () => Promise.resolve('no') }, { transport });
    await assert.rejects(works(wrong), failsWith('client-rejected'));
  });

  it('a token from elsewhere, until it has expired', async () => {
    const expired = givenToken({ value: 'none', soapAddress: soapAddress() });
    await assert.rejects(works(expired), failsWith('login-failed'));
    sandbox.faults.add({ kind: 'tokenExpiry', next: 1 });
    const app = publicApp();
    const started = startSignIn(app);
    const { token } = await finishSignIn(app, started, await browse(started.address), { transport });
    const client = new SoapClient({ tokens: givenToken(token), transport });
    await assert.rejects(client.describe(['List']), failsWith('token-expired'));
  });
});
