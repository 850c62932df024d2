/** What is kept of tokens is used for what it was given for, and for as long as it is good. */
import assert from 'node:assert/strict';
import type { AccessToken } from '../../../src/soap/index.ts';
import { keptToken } from '../../../src/extension/credentials/keptTokens.ts';
import type { SecretKind } from '../../../src/extension/credentials/secretStore.ts';

/** As VS Code's storage, and what it holds now. */
class Secrets {
  readonly held = new Map<string, string>();

  read(id: string, kind: SecretKind = 'clientSecret'): Promise<string | undefined> {
    return Promise.resolve(this.held.get(`${kind} ${id}`));
  }

  write(id: string, secret: string, kind: SecretKind = 'clientSecret'): Promise<void> {
    this.held.set(`${kind} ${id}`, secret);
    return Promise.resolve();
  }
}

const good = (value: string): AccessToken => ({
  value,
  expiresAt: Date.now() + 60_000,
  soapAddress: 'https://soap.example/Service.asmx',
  scopes: ['email_read'],
});

describe('kept tokens', () => {
  it('are told apart by connection, package and business unit', async () => {
    const secrets = new Secrets();
    await keptToken(secrets, 'acme', 'client tenant 1').write(good('one'));
    await keptToken(secrets, 'acme', 'client tenant 2').write(good('two'));
    assert.equal((await keptToken(secrets, 'acme', 'client tenant 1').read())?.value, 'one');
    assert.equal((await keptToken(secrets, 'acme', 'client tenant 2').read())?.value, 'two');
    assert.equal(await keptToken(secrets, 'acme', 'other tenant 1').read(), undefined);
    assert.equal(await keptToken(secrets, 'globex', 'client tenant 1').read(), undefined);
  });

  it('go when they have expired', async () => {
    const secrets = new Secrets();
    await keptToken(secrets, 'acme', '1').write({ ...good('old'), expiresAt: Date.now() - 1 });
    await keptToken(secrets, 'acme', '2').write(good('new'));
    assert.doesNotMatch(secrets.held.get('tokens acme') ?? '', /old/);
  });

  it('count as nothing when they are broken, and are written anew', async () => {
    const secrets = new Secrets();
    const kept = keptToken(secrets, 'acme', '1');
    for (const broken of ['{', 'null', '7', '{"1":{"value":"x"}}', '{"1":null}']) {
      await secrets.write('acme', broken, 'tokens');
      assert.equal(await kept.read(), undefined, broken);
      await kept.write(good('mended'));
      assert.equal((await kept.read())?.value, 'mended');
    }
  });
});
