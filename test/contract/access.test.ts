/** Credentials and tokens against the sandbox org: what is wrong is told apart, and no secret comes back. */
import assert from 'node:assert/strict';
import { createSandbox, manualClock, type Sandbox } from '../../src/sandbox/index.ts';
import {
  ClientCredentialsSource,
  MarketingCloudError,
  SoapClient,
  NodeTransport,
  verifyAccess,
  type ClientCredentials,
  type ErrorCode,
} from '../../src/soap/index.ts';
import { closedAddress } from '../support/closedPort.ts';
import { sandboxCredentials } from '../support/org.ts';

describe('contract: access to the sandbox org', () => {
  const clock = manualClock(Date.UTC(2026, 0, 15, 12));
  const secret = process.env['MC_CANARY'] ?? 'canary-of-a-single-run';
  const transport = new NodeTransport();
  let sandbox: Sandbox;
  let good: ClientCredentials;

  before(async () => {
    sandbox = await createSandbox({ clock, clientSecret: secret });
    good = sandboxCredentials(sandbox);
  });

  after(async () => {
    await transport.close();
    await sandbox.stop();
  });

  async function failsWith(code: ErrorCode, credentials: ClientCredentials, isOnline = true): Promise<void> {
    const attempt = verifyAccess(credentials, { transport, isOnline: () => Promise.resolve(isOnline) });
    await assert.rejects(attempt, (error) => {
      assert.ok(error instanceof MarketingCloudError, String(error));
      assert.equal(error.code, code);
      assert.ok(!`${JSON.stringify(error)} ${error.message} ${error.stack ?? ''}`.includes(secret));
      return true;
    });
  }

  it('is granted with good credentials, for each business unit', async () => {
    for (const { mid } of sandbox.connection.businessUnits) {
      const { memberId, enterpriseId } = await verifyAccess({ ...good, accountId: mid }, { transport });
      assert.equal(memberId, mid);
      assert.equal(enterpriseId, sandbox.connection.enterpriseId);
    }
  });

  it('is refused with a wrong secret, client id or business unit, each by its name', async () => {
    await failsWith('client-rejected', { ...good, clientSecret: () => Promise.resolve('wrong') });
    await failsWith('client-rejected', { ...good, clientId: 'wrong' });
    await failsWith('business-unit-rejected', { ...good, accountId: 999 });
  });

  it('fails where nobody listens, where no host is, and where something else answers', async () => {
    await failsWith('connection-failed', { ...good, authAddress: await closedAddress() });
    await failsWith('host-not-found', { ...good, authAddress: 'http://no-such-tenant.invalid/' });
    await failsWith('offline', { ...good, authAddress: 'http://no-such-tenant.invalid/' }, false);
    await failsWith('not-soap', { ...good, authAddress: `${sandbox.address}/_sandbox/` });
  });

  it('is renewed when a token expires on the server before its time', async () => {
    // The client's clock stands still: only the service says that the token is too old.
    const tokens = new ClientCredentialsSource(good, { transport, now: () => 0 });
    const outcomes: string[] = [];
    const client = new SoapClient({ tokens, transport, log: ({ outcome }) => outcomes.push(outcome) });
    await client.systemStatus();
    clock.advance(3_600_000);
    await client.systemStatus();
    assert.deepEqual(outcomes, ['ok', 'token-expired', 'ok']);
  });
});
