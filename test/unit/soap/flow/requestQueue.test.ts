/** The queue of a connection: its limits hold whatever comes, and nobody is forgotten. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RequestQueue } from '../../../../src/soap/flow/requestQueue.ts';
import type { QueueState } from '../../../../src/soap/index.ts';
import { ManualTimer } from '../../../support/manualTimer.ts';
import { failsWith } from '../../../support/scriptedClient.ts';

/** Work that takes so many milliseconds of the timer. */
const lasting = (timer: ManualTimer, milliseconds: number): Promise<void> =>
  new Promise((resolve) => timer.after(milliseconds, resolve));

describe('request queue', () => {
  it('runs 20 calls at once at most, whatever is configured (B8)', async () => {
    const timer = new ManualTimer();
    const queue = new RequestQueue({ maxConcurrent: 500, timer });
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await lasting(timer, 10);
      running -= 1;
    };
    const all = Array.from({ length: 100 }, () => queue.run(work));
    assert.deepEqual(queue.state, { waiting: 80, running: 20, allowed: 20, paused: false });
    await timer.advance(60_000);
    await Promise.all(all);
    assert.equal(most, 20);
    assert.deepEqual(queue.state, { waiting: 0, running: 0, allowed: 20, paused: false });
  });

  it('never starts more calls in any minute than it may (B4)', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 120 }),
      async (perMinute, gaps) => {
        const timer = new ManualTimer();
        const queue = new RequestQueue({ maxPerMinute: perMinute, timer });
        const starts: number[] = [];
        const calls: Promise<void>[] = [];
        for (const gap of gaps) {
          await timer.advance(gap);
          calls.push(queue.run(() => Promise.resolve(void starts.push(timer.now()))));
        }
        await timer.advance(gaps.length * 61_000);
        await Promise.all(calls);
        for (const start of starts) {
          const inMinute = starts.filter((other) => other >= start && other < start + 60_000);
          assert.ok(inMinute.length <= perMinute, `${String(inMinute.length)} in a minute`);
        }
      },
    );
    // The example is one whose windows add up to a little less than a minute, when they have fractions.
    await fc.assert(property, { numRuns: 20, examples: [[7, [7813, 0, 0, 0, 0, 0, 0, 0, 0]]] });
  });

  it('spreads what a minute allows over the minute', async () => {
    const timer = new ManualTimer();
    const queue = new RequestQueue({ maxPerMinute: 120, timer });
    let done = 0;
    const calls = Array.from({ length: 120 }, () => queue.run(() => Promise.resolve((done += 1))));
    await timer.advance(0);
    assert.equal(done, 10);
    await timer.advance(30_000);
    assert.equal(done, 70);
    await timer.advance(30_000);
    await Promise.all(calls);
  });

  it('pauses when the service throttles, goes on with half as many, and recovers (B3)', async () => {
    const timer = new ManualTimer();
    const states: QueueState[] = [];
    const queue = new RequestQueue({ maxConcurrent: 8, timer, onChange: (state) => states.push(state) });
    queue.throttled();
    queue.throttled();
    assert.deepEqual(queue.state, { waiting: 0, running: 0, allowed: 4, paused: true });
    let started = 0;
    const work = async (): Promise<void> => {
      started += 1;
      await lasting(timer, 1000);
      queue.succeeded();
    };
    const calls = Array.from({ length: 8 }, () => queue.run(work));
    await timer.advance(4999);
    assert.equal(started, 0);
    await timer.advance(1);
    assert.equal(started, 4);
    await timer.advance(10_000);
    assert.equal(started, 8);
    assert.deepEqual(queue.state, { waiting: 0, running: 0, allowed: 8, paused: false });
    assert.ok(states.some(({ paused }) => paused));
    await Promise.all(calls);
  });

  it('doubles its pause while throttling goes on', async () => {
    const timer = new ManualTimer();
    const queue = new RequestQueue({ timer });
    const pauses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      queue.throttled();
      const from = timer.now();
      while (queue.state.paused) await timer.advance(1000);
      pauses.push(timer.now() - from);
    }
    assert.deepEqual(pauses, [5000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  });

  it('lets those leave who want no more, and keeps no timer for them', async () => {
    const timer = new ManualTimer();
    const queue = new RequestQueue({ maxConcurrent: 1, timer });
    const first = queue.run(() => lasting(timer, 100));
    const leaving = new AbortController();
    const second = queue.run(() => Promise.reject(new Error('must not run')), leaving.signal);
    const third = queue.run(() => Promise.resolve('third'));
    leaving.abort();
    await assert.rejects(second, failsWith('cancelled'));
    await timer.advance(100);
    assert.equal(await third, 'third');
    await first;
    assert.equal(timer.pending, 0);
    await assert.rejects(
      queue.run(() => Promise.resolve(), AbortSignal.abort()),
      failsWith('cancelled'),
    );
  });

  it('goes on after work that fails', async () => {
    const queue = new RequestQueue({ maxConcurrent: 1, timer: new ManualTimer() });
    await assert.rejects(
      queue.run(() => Promise.reject(new Error('x'))),
      /x/,
    );
    assert.equal(await queue.run((waited) => Promise.resolve(waited)), 0);
  });
});
