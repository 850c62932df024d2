/** The monitor asks no more than it must, never goes back, and never misses the end (best-practices rows C1, C2). */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cardOf, summaryOf } from '../../../src/views/panels/sends/card.ts';
import {
  keyOf,
  ratesOf,
  SendMonitor,
  type WatchedSend,
  type WatchTarget,
} from '../../../src/views/sends/monitor.ts';
import { phaseOf, type Send } from '../../../src/views/sends/send.ts';

const start = Date.UTC(2026, 0, 1);

function target(id: number, mid = 1): WatchTarget {
  return { connectionId: 'c', mid, where: 'Acme · UK', id };
}

/** A world whose time moves only when the test lets it. */
class World {
  time = start;
  readonly asked: { mid: number; ids: readonly number[] }[] = [];
  readonly finished: WatchedSend[] = [];
  answer: (ids: readonly number[], time: number) => Send[] | Error = () => [];
  readonly monitor: SendMonitor;
  private timer: { at: number; callback: () => void } | undefined;

  constructor() {
    this.monitor = new SendMonitor({
      fetch: ({ mid }, ids) => {
        this.asked.push({ mid, ids });
        const answer = this.answer(ids, this.time);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      now: () => this.time,
      schedule: (milliseconds, callback) => {
        const timer = { at: this.time + milliseconds, callback };
        this.timer = timer;
        return () => {
          if (this.timer === timer) this.timer = undefined;
        };
      },
      changed: () => undefined,
      finished: (send) => this.finished.push(send),
      report: (error) => assert.fail(String(error)),
    });
  }

  /** Runs until nothing is planned or the time is over. */
  async run(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    while (this.timer !== undefined && this.timer.at <= end) {
      const { at, callback } = this.timer;
      this.timer = undefined;
      this.time = at;
      callback();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    this.time = end;
  }

  get isIdle(): boolean {
    return this.timer === undefined;
  }
}

function send(id: number, numberSent: number, more: Partial<Send> = {}): Send {
  return {
    id,
    name: `Send ${String(id)}`,
    subject: 's',
    status: 'Sending',
    numberSent,
    numberTargeted: 1000,
    ...more,
  };
}

describe('send monitor', () => {
  it('follows a send to its sent time, then stops asking', async () => {
    const world = new World();
    const end = start + 60_000;
    world.answer = (_ids, time) => [
      time < end
        ? send(7, (time - start) / 100)
        : send(7, 600, { status: 'Complete', sentDate: new Date(end) }),
    ];
    world.monitor.watch(target(7));
    await world.run(600_000);
    assert.equal(world.finished.length, 1);
    assert.equal(world.finished[0]?.send?.numberSent, 600);
    assert.ok(world.isIdle);
    assert.ok(world.asked.length <= 32, String(world.asked.length));
  });

  it('asks once for all sends of a business unit', async () => {
    const world = new World();
    world.answer = (ids) => ids.map((id) => send(id, 1));
    for (const id of [1, 2, 3]) world.monitor.watch(target(id));
    world.monitor.watch(target(4, 2));
    await world.run(0);
    assert.deepEqual(world.asked, [
      { mid: 1, ids: [1, 2, 3] },
      { mid: 2, ids: [4] },
    ]);
  });

  it('waits longer while nothing moves, and hurries again when it does', async () => {
    const world = new World();
    world.answer = () => [send(1, 5)];
    world.monitor.watch(target(1));
    await world.run(3_600_000);
    assert.ok(world.asked.length < 80, String(world.asked.length));
    const before = world.asked.length;
    world.answer = (_ids, time) => [send(1, time - start)];
    await world.run(180_000);
    assert.ok(world.asked.length - before > 30, String(world.asked.length - before));
  });

  it('survives failures, says so, and forgets them when it hears again', async () => {
    const world = new World();
    world.answer = () => new Error('offline');
    world.monitor.watch(target(1));
    await world.run(10_000);
    assert.ok(world.monitor.sends[0]?.failure instanceof Error);
    world.answer = () => [send(1, 5)];
    await world.run(120_000);
    assert.equal(world.monitor.sends[0].failure, undefined);
    assert.equal(world.monitor.sends[0].send?.numberSent, 5);
  });

  it('says so when the service does not know the send', async () => {
    const world = new World();
    world.monitor.watch(target(1));
    await world.run(0);
    assert.match(String(world.monitor.sends[0]?.failure), /does not know this send/);
  });

  it('never lets a number go back, and never misses the end, whatever the answers', async () => {
    const step = fc.oneof(
      fc.nat({ max: 2000 }).map((sent) => [send(1, sent)]),
      fc.constant([] as Send[]),
      fc.constant(new Error('lost')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const world = new World();
        const script = [...steps];
        let highest = 0;
        world.answer = () =>
          script.shift() ?? [send(1, 1, { status: 'Complete', sentDate: new Date(start) })];
        world.monitor.watch(target(1));
        for (let round = 0; round < 200 && !world.isIdle; round += 1) {
          await world.run(60_000);
          const numberSent = world.monitor.sends[0]?.send?.numberSent ?? 0;
          assert.ok(numberSent >= highest);
          highest = numberSent;
        }
        assert.equal(world.finished.length, 1);
        assert.ok(world.isIdle);
      }),
      { numRuns: 100 },
    );
  });

  it('forgets a send that is dismissed, even while it is being asked for', async () => {
    const world = new World();
    world.answer = () => [send(1, 5)];
    world.monitor.watch(target(1));
    world.monitor.dismiss(keyOf(target(1)));
    await world.run(10_000);
    assert.deepEqual(world.monitor.sends, []);
    assert.ok(world.isIdle);
  });
});

describe('a send', () => {
  it('is done when its sent time has a value or its status says so; unknown words are running (C2)', () => {
    const now = new Date(start);
    assert.equal(phaseOf({ status: 'Sending' }, now), 'running');
    assert.equal(phaseOf({ status: 'SomethingNew' }, now), 'running');
    assert.equal(phaseOf({ status: 'complete' }, now), 'complete');
    assert.equal(phaseOf({ status: 'Sending', sentDate: now }, now), 'complete');
    assert.equal(phaseOf({ status: 'Cancelled' }, now), 'ended');
    assert.equal(phaseOf({ status: '', sendDate: new Date(start + 1000) }, now), 'scheduled');
    assert.equal(phaseOf({ status: 'Sending', sendDate: new Date(start + 1000) }, now), 'running');
    assert.equal(phaseOf({ status: '', numberSent: 1, sendDate: new Date(start + 1000) }, now), 'running');
  });

  it('has rates: of the last half minute, on average, and at most', () => {
    assert.deepEqual(ratesOf([]), {});
    assert.deepEqual(ratesOf([{ at: start, numberSent: 5 }]), {});
    const samples = [0, 20, 40, 60].map((seconds, index) => ({
      at: start + seconds * 1000,
      numberSent: [0, 100, 100, 400][index] ?? 0,
    }));
    assert.deepEqual(ratesOf(samples), { now: 15, average: 400 / 60, peak: 15 });
  });

  it('is a card that says everything in words', () => {
    const describeError = (): { title: string; advice: string } => ({ title: 'No.', advice: 'Wait.' });
    const watched: WatchedSend = { target: target(7), samples: [], finished: false, send: send(7, 250) };
    const card = cardOf(watched, new Date(start), describeError);
    assert.equal(card.state, 'sending');
    assert.equal(card.progress, 0.25);
    assert.equal(card.audience, `of ${(1000).toLocaleString()}`);
    const lost = cardOf({ ...watched, failure: new Error('x') }, new Date(start), describeError);
    assert.equal(lost.state, 'lost');
    assert.equal(lost.problem, 'No. Wait.');
    const waiting = cardOf(
      { target: target(7), samples: [], finished: false },
      new Date(start),
      describeError,
    );
    assert.equal(waiting.name, 'Send 7');
    const done = {
      ...watched,
      send: send(7, 1000, { sendDate: new Date(start), sentDate: new Date(start + 200_000) }),
    };
    assert.match(summaryOf(done), /^Send 7 is sent: 1.?000 in 3 min 20 s\.$/);
  });
});
