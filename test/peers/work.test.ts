/** Our client, and clients that know nothing of us, do real work on the sandbox, and it comes out the same. */
import assert from 'node:assert/strict';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';
import { fuelSoap } from './fuelSoap.ts';
import { nodeSoap } from './nodeSoap.ts';
import { ourClient } from './ourClient.ts';
import type { Peer } from './peer.ts';
import { phpSoapClient, zeep } from './programs.ts';
import { assignmentFor, type Work } from './scenario.ts';
import { sfmcSdk } from './sfmcSdk.ts';

const peers: readonly Peer[] = [ourClient, zeep, phpSoapClient, nodeSoap, sfmcSdk, fuelSoap];

/** Clients that are told by the WSDL how to write, so that nothing they write may be against the schema. */
const strict: readonly Peer[] = [ourClient, zeep, phpSoapClient];

/** What comes of the scenario for everybody. */
const expected: Work = {
  created: 'Data Extension created.',
  upserted: 120,
  readBack: 120,
  paged: 5000,
  status: 'Complete',
  sent: 120,
  tracked: 120,
};

describe('clients at work on the sandbox', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  before(async () => {
    // Tokens last, for its clock runs ten minutes in a second: a send of twenty seconds is soon over.
    sandbox = await startSandbox({ tokenLifetimeSeconds: 10_000_000 });
    sandbox.clock.setSpeed(600);
  });
  after(() => sandbox.stop());

  for (const peer of peers) {
    it(`${peer.name} makes a data extension, fills it, reads pages, sends and reads the tracking`, async function () {
      const missing = peer.missing();
      if (missing !== undefined) {
        console.warn(`      SKIPPED: ${peer.name} needs ${missing}.`);
        this.skip();
      }
      const before = sandbox.requests().at(-1)?.number ?? 0;
      const work = await peer.work(sandbox.connection, assignmentFor(peer.name));
      assert.deepEqual(work, expected);
      const records = sandbox.requests().filter(({ number }) => number > before);
      const refused = records.filter(({ outcome }) => !['OK', 'MoreDataAvailable'].includes(outcome));
      assert.deepEqual(refused, []);
      if (strict.includes(peer))
        assert.deepEqual(
          records.flatMap(({ problems }) => problems),
          [],
        );
    });
  }
});
