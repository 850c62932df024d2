/** The best number of calls at once is found by trying, and not beyond what helps. */
import assert from 'node:assert/strict';
import { tuneConcurrency } from '../../../../src/soap/flow/tuneConcurrency.ts';
import { ManualTimer } from '../../../support/manualTimer.ts';

/** A service that works on so many calls at once, each in 100 ms, and lets the others wait. */
function service(capacity: number): { timer: ManualTimer; call: () => Promise<void>; calls: () => number } {
  const timer = new ManualTimer();
  const free = Array.from({ length: capacity }, () => 0);
  let calls = 0;
  return {
    timer,
    calls: () => calls,
    call: () => {
      calls += 1;
      const place = free.indexOf(Math.min(...free));
      const end = Math.max(free[place] ?? 0, timer.now()) + 100;
      free[place] = end;
      return new Promise((resolve) => timer.after(end - timer.now(), resolve));
    },
  };
}

describe('tuning concurrency', () => {
  const tune = async (capacity: number, ceiling = 20): Promise<{ proposal: number; tried: number[] }> => {
    const { timer, call } = service(capacity);
    const seen: number[] = [];
    const onStep = ({ concurrency }: { concurrency: number }): void => void seen.push(concurrency);
    const result = tuneConcurrency({ call, ceiling, onStep, now: () => timer.now() });
    await timer.advance(100_000);
    const { proposal } = await result;
    return { proposal, tried: seen };
  };

  it('proposes what the service bears, and tries little more (B7)', async () => {
    assert.deepEqual(await tune(4), { proposal: 4, tried: [1, 2, 4, 8] });
    assert.deepEqual(await tune(1), { proposal: 1, tried: [1, 2] });
  });

  it('never tries more than the ceiling (B8)', async () => {
    assert.deepEqual(await tune(100), { proposal: 20, tried: [1, 2, 4, 8, 16, 20] });
  });

  it('stops with the first failure', async () => {
    let calls = 0;
    const failing = (): Promise<void> => {
      calls += 1;
      return calls > 3 ? Promise.reject(new Error('throttled')) : Promise.resolve();
    };
    await assert.rejects(tuneConcurrency({ call: failing, ceiling: 20 }), /throttled/);
  });
});
