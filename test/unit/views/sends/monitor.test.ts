/** The monitor asks no more than it must, tells what matters, and survives what comes (best-practices rows C1, C2). */
import assert from 'node:assert/strict';
import { MarketingCloudError } from '../../../../src/soap/index.ts';
import { beginWatch, keyOf } from '../../../../src/views/sends/watch.ts';
import { reading, start, target, World } from '../../../support/monitorWorld.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('send monitor', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
  });

  const events = (): string[] => world.events.map(({ event }) => event);

  it('follows a send to its sent time, then stops asking (C2)', async () => {
    const end = start + minute;
    world.answer = (_question, time) => [
      time < end
        ? reading(7, (time - start) / 100)
        : reading(7, 600, { status: 'Complete', phase: 'complete', sentAt: end }),
    ];
    world.monitor.watch(target(7));
    await world.run(10 * minute);
    assert.deepEqual(events(), ['finished']);
    assert.equal(world.only.reading?.numberSent, 600);
    assert.ok(world.isIdle);
    assert.ok(world.asked.length <= 32, String(world.asked.length));
  });

  it('asks once a tick for fifty sends of a business unit (C1)', async () => {
    world.answer = ({ ids }, time) => ids.map((id) => reading(Number(id), time - start));
    for (let id = 1; id <= 50; id += 1) world.monitor.watch(target(id));
    world.monitor.watch(target(99, { mid: 2 }));
    await world.run(10_000);
    assert.deepEqual(
      world.asked.filter(({ mid }) => mid === 1).map(({ at, ids }) => [at - start, ids.length]),
      [0, 2000, 4000, 6000, 8000, 10_000].map((at) => [at, 50]),
    );
    assert.ok(world.asked.filter(({ mid }) => mid === 2).every(({ ids }) => ids.length === 1));
  });

  it('waits longer while nothing moves, and hurries again when something does', async () => {
    world.answer = () => [reading(1, 5)];
    world.monitor.watch(target(1));
    await world.run(hour);
    assert.ok(world.asked.length < 80, String(world.asked.length));
    const before = world.asked.length;
    world.answer = (_question, time) => [reading(1, time - start)];
    await world.run(3 * minute);
    assert.ok(world.asked.length - before > 30, String(world.asked.length - before));
  });

  it('asks seldom while nobody looks, and at once when somebody does', async () => {
    world.answer = (_question, time) => [reading(1, time - start)];
    world.seen = false;
    world.monitor.watch(target(1));
    await world.run(5 * minute + 10_000);
    assert.equal(world.asked.length, 11);
    world.seen = true;
    world.monitor.lookedAt();
    await world.run(0);
    assert.equal(world.asked.length, 12);
  });

  it('leaves the service alone for a minute when it asks for fewer calls', async () => {
    world.answer = () => new MarketingCloudError('throttled', 'Slow down.');
    world.monitor.watch(target(1));
    await world.run(0);
    world.monitor.watch(target(2));
    await world.run(10 * minute);
    assert.equal(world.asked.length, 11);
  });

  it('keeps asking, ever more slowly, while the service cannot be reached, and goes on where it was', async () => {
    world.answer = () => [reading(1, 400)];
    world.monitor.watch(target(1));
    await world.run(0);
    world.answer = () => new MarketingCloudError('offline', 'No network.');
    await world.run(hour);
    assert.ok(world.asked.length < 75, String(world.asked.length));
    assert.equal(world.only.reading?.numberSent, 400);
    assert.ok(world.only.failure instanceof MarketingCloudError);
    world.answer = () => [reading(1, 500)];
    await world.run(minute);
    assert.equal(world.only.failure, undefined);
    assert.equal(world.only.reading.numberSent, 500);
  });

  it('does not take a number back when an answer is late or odd', async () => {
    const numbers = [100, 300, 200, 0, 350];
    world.answer = () => [reading(1, numbers.shift() ?? 350)];
    world.monitor.watch(target(1));
    const seen: (number | undefined)[] = [];
    world.changed = () => seen.push(world.only.reading?.numberSent);
    await world.run(8000);
    assert.deepEqual(seen, [100, 300, 300, 300, 350]);
  });

  it('tells of a stall once, and again only when the send has moved in between', async () => {
    world.answer = () => [reading(1, 10)];
    world.monitor.watch(target(1));
    await world.run(20 * minute);
    assert.deepEqual(events(), ['stalled']);
    assert.ok(world.only.stalled);
    world.answer = () => [reading(1, 11)];
    await world.run(2 * minute);
    assert.ok(!world.only.stalled);
    await world.run(10 * minute);
    assert.deepEqual(events(), ['stalled', 'stalled']);
  });

  it('does not call it a stall when a person paused the send, or nothing is queued', async () => {
    world.answer = ({ kind }) =>
      kind === 'send'
        ? [reading(1, 10, { phase: 'paused', status: 'Paused' })]
        : [{ ...reading(2, 10), queued: 0 }];
    world.monitor.watch(target(1));
    world.monitor.watch(target(2, { kind: 'triggered' }));
    await world.run(hour);
    assert.deepEqual(events(), []);
  });

  it('tells of a send that failed or was stopped', async () => {
    world.answer = () => [reading(1, 10), reading(2, 10)];
    world.monitor.watch(target(1));
    world.monitor.watch(target(2));
    await world.run(0);
    world.answer = () => [
      reading(1, 10, { phase: 'failed', status: 'Error' }),
      reading(2, 10, { phase: 'canceled', status: 'Canceled' }),
    ];
    await world.run(minute);
    assert.deepEqual(events(), ['failed', 'canceled']);
    assert.ok(world.isIdle);
  });

  it('has no news of a send that was over before it was watched', async () => {
    world.answer = () => [reading(1, 10, { phase: 'complete', status: 'Complete' })];
    world.monitor.watch(target(1));
    await world.run(minute);
    assert.deepEqual(events(), []);
    assert.equal(world.asked.length, 1);
  });

  it('waits for a send that was started from here to appear, and tells its end however soon it comes', async () => {
    world.monitor.watch(target(1, { startedAt: start }));
    await world.run(minute);
    assert.equal(world.only.failure, undefined);
    world.answer = () => [reading(1, 10, { phase: 'complete', status: 'Complete' })];
    await world.run(minute);
    assert.deepEqual(events(), ['finished']);
  });

  it('says so when the service does not know the send', async () => {
    world.monitor.watch(target(1));
    await world.run(0);
    assert.match(String(world.only.failure), /does not know this send/);
  });

  it('asks little for a send of tomorrow, and is there when it starts', async () => {
    const startsAt = start + 22 * hour;
    world.answer = (_question, time) => [
      time < startsAt
        ? reading(1, 0, { phase: 'scheduled', status: 'Scheduled', sendAt: startsAt })
        : reading(1, 1 + (time - startsAt) / 1000, { sendAt: startsAt }),
    ];
    world.monitor.watch(target(1));
    await world.run(22 * hour);
    assert.ok(world.asked.length < 160, String(world.asked.length));
    await world.run(minute);
    assert.ok((world.only.reading?.numberSent ?? 0) > 10);
  });

  it('gives up a send of which nothing is heard for a day, and asks again when told to', async () => {
    world.answer = () => [reading(1, 10, { status: 'Strange' })];
    world.monitor.watch(target(1));
    await world.run(30 * hour);
    assert.deepEqual(events(), ['stalled', 'gave-up']);
    assert.ok(world.isIdle);
    world.answer = () => [reading(1, 20, { phase: 'complete', status: 'Complete' })];
    world.monitor.resume(world.only);
    await world.run(minute);
    assert.deepEqual(events(), ['stalled', 'gave-up', 'finished']);
  });

  it('does not give up since the machine slept', async () => {
    world.answer = (_question, time) => [reading(1, (time - start) / 1000)];
    world.monitor.watch(target(1));
    await world.run(minute);
    world.time += 48 * hour;
    world.answer = () => new MarketingCloudError('offline', 'No network yet.');
    await world.run(minute);
    assert.ok(!world.only.gaveUp);
  });

  it('goes on with a watch from before a reload, its history included', async () => {
    const known = {
      ...beginWatch(target(1), start - minute),
      reading: reading(1, 500),
      samples: [{ at: start - minute, numberSent: 500 }],
    };
    world.answer = () => [reading(1, 480)];
    world.monitor.resume(known);
    await world.run(0);
    assert.equal(world.only.reading?.numberSent, 500);
    assert.deepEqual(
      world.only.samples.map(({ at }) => at - start),
      [-minute, 0],
    );
    world.answer = () => [reading(1, 600, { phase: 'complete', status: 'Complete' })];
    await world.run(minute);
    assert.deepEqual(events(), ['finished']);
  });

  it('forgets a send that is dismissed, even while it is being asked for', async () => {
    let answer: (value: []) => void = () => undefined;
    world.answer = () => new Promise((resolve) => (answer = resolve));
    world.monitor.watch(target(1));
    await world.run(0);
    world.monitor.dismiss(keyOf(target(1)));
    answer([]);
    await world.run(minute);
    assert.deepEqual(world.monitor.sends, []);
    assert.ok(world.isIdle);
  });
});
