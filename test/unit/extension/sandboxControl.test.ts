/** What the commands of the window do to a sandbox org. */
import assert from 'node:assert/strict';
import { SandboxControl } from '../../../src/extension/connections/sandboxControl.ts';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, type TestSandbox } from '../../support/sandbox.ts';

describe('control of a sandbox org', () => {
  let sandbox: TestSandbox;
  let control: SandboxControl;
  before(async () => {
    sandbox = await startSandbox({ seed: 'empty', clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
    control = new SandboxControl(sandbox.address);
  });
  after(() => sandbox.stop());

  it('orders faults by their kinds and ends them', async () => {
    assert.match((await control.faultKinds())['throttling'] ?? '', /called too often/);
    await control.orderFault('throttling', 2);
    await control.orderFault('latency', undefined);
    assert.deepEqual(
      sandbox.faults.all().map(({ kind, next }) => [kind, next]),
      [
        ['throttling', 2],
        ['latency', undefined],
      ],
    );
    await control.endFaults();
    assert.deepEqual(sandbox.faults.all(), []);
  });

  it('sets the clock and resets the org', async () => {
    await control.setClock({ advance: 1000 });
    await control.setClock({ speed: 60 });
    assert.deepEqual(await control.clock(), { now: '2030-05-16T18:00:01.000Z', speed: 60 });
    await control.reset();
    assert.deepEqual(sandbox.requests(), []);
  });

  it('explains what is refused, and that nobody answers', async () => {
    await assert.rejects(control.orderFault('fire', 1), /refuses that/);
    await assert.rejects(new SandboxControl('http://127.0.0.1:9/').reset(), /does not answer/);
  });
});
