/** What happens in the org by itself: a bug in it is told to whoever waits for it, and is nobody else's failure. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../../../src/sandbox/index.ts';
import type { Mishap } from '../../../src/sandbox/org/agenda.ts';
import { seeds } from '../../../src/sandbox/seeds.ts';
import { startSandbox } from '../../support/sandbox.ts';
import { extract, rowsExtract } from './requests.ts';

describe('sandbox background', () => {
  it('goes on after something that was due has failed, and says so in its place', () => {
    const clock = manualClock(Date.UTC(2030, 0, 1));
    const org = seeds.empty(clock, 1);
    const mishaps: Mishap[] = [];
    org.onMishap = (mishap) => mishaps.push(mishap);
    const done: string[] = [];
    const at = clock.now() + 1000;
    const fail = (): never => {
      throw new Error('out of order');
    };
    org.plan({ at, work: fail, failed: (moment, reason) => done.push(`${String(moment - at)} ${reason}`) });
    org.plan({ at, work: fail, failed: fail });
    org.plan({ at, work: () => done.push('next') });
    org.advance(at);
    assert.deepEqual(done, ['0 The sandbox failed: out of order', 'next']);
    assert.equal(mishaps.length, 3);
  });

  it('does not fail the call that comes next, nor the clock, and enters what happened in the journal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-background-'));
    const clock = manualClock(Date.UTC(2030, 4, 16, 18));
    const sandbox = await startSandbox({ clock, folder });
    try {
      await extract(sandbox, rowsExtract.id, rowsExtract.parameters);
      // Somebody tidies up, and the extract finds no folder for its file.
      rmSync(join(folder, 'ftp', 'Export'), { recursive: true });
      clock.advance(60_000);
      const reply = await sandbox.retrieve('List', ['ID']);
      assert.equal(reply.status, 200);
      assert.deepEqual(sandbox.lastRequest()?.problems, []);
      const entries = sandbox.requests().filter(({ operation }) => operation === 'Background');
      assert.deepEqual(
        entries.map(({ outcome }) => outcome),
        ['Failed'],
      );
      assert.match(entries[0]?.problems[0] ?? '', /^The sandbox failed: .*ENOENT.*orders\.csv/s);
    } finally {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
