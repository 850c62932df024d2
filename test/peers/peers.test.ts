/** Our client, and clients that know nothing of us, read from the sandbox the same: what its seed holds. */
import assert from 'node:assert/strict';
import { manualClock, type Sandbox } from '../../src/sandbox/index.ts';
import { SeededOrg, startSandbox } from '../support/sandbox.ts';
import { fuelSoap } from './fuelSoap.ts';
import { nodeSoap } from './nodeSoap.ts';
import { awkward, readExtension, type Harvest, type Peer } from './peer.ts';
import { ourClient } from './ourClient.ts';
import { phpSoapClient, zeep } from './programs.ts';
import { sfmcSdk } from './sfmcSdk.ts';

const peers: readonly Peer[] = [ourClient, zeep, phpSoapClient, nodeSoap, sfmcSdk, fuelSoap];

const settings = { clock: manualClock(Date.UTC(2030, 4, 16, 18)), randomSeed: 7 };

/** What everybody is to bring back. */
function seeded(): Required<Harvest> {
  const org = new SeededOrg(settings);
  return {
    extensions: org.extensions(),
    rows: org.rows(readExtension.key, readExtension.columns),
    awkward: org.rows(awkward.key, [awkward.column], awkward.count).flat(),
  };
}

describe('clients, ours and those of others, on the sandbox', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let expected: Required<Harvest>;
  before(async () => {
    expected = seeded();
    sandbox = await startSandbox(settings);
  });
  after(() => sandbox.stop());

  it('have enough to read', () => {
    assert.ok(expected.extensions.length >= 300);
    assert.ok(expected.rows.length > 2500, 'the rows fill more than one page');
    assert.ok(new Set(expected.awkward).size >= 20);
  });

  for (const peer of peers) {
    it(`${peer.name} reads all data extensions and rows as they are`, async function () {
      const missing = peer.missing();
      if (missing !== undefined) {
        console.warn(`      SKIPPED: ${peer.name} needs ${missing}.`);
        this.skip();
      }
      const harvest = await peer.harvest(sandbox.connection);
      assert.deepEqual(harvest.extensions, expected.extensions);
      assert.deepEqual(harvest.rows, expected.rows);
      if (harvest.awkward !== undefined) assert.deepEqual(harvest.awkward, expected.awkward);
      const refused = sandbox
        .requests()
        .filter(({ outcome }) => !['OK', 'MoreDataAvailable'].includes(outcome));
      assert.deepEqual(refused, []);
    });
  }
});
