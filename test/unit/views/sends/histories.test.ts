/** A thousand sends, each with its own course and its own trouble, watched from start to end by a simulated clock. */
import assert from 'node:assert/strict';
import { MarketingCloudError } from '../../../../src/soap/index.ts';
import { longest, shortest } from '../../../../src/views/sends/askingPace.ts';
import { sendsInTen, timeLeft } from '../../../../src/views/sends/timeLeft.ts';
import type { Reading } from '../../../../src/views/sends/watch.ts';
import { reading, start, target, World } from '../../../support/monitorWorld.ts';
import { courses, lotsOf, randomHistory, type SendHistory } from '../../../support/sendHistories.ts';

const histories = Array.from({ length: 1000 }, (_, number) => ({ number, history: randomHistory(number) }));

/** What may come instead of the truth: nothing, an error, an answer from before. */
function troubled(history: SendHistory, number: number): World['answer'] {
  const lots = lotsOf(number + 1_000_000);
  const share = number % 3 === 0 ? 0 : 0.2;
  return (_question, now) => {
    const time = now - start;
    if (lots() >= share) return [truth(history, time)];
    const trouble = lots();
    if (trouble < 0.25) return [];
    if (trouble < 0.5) return new MarketingCloudError('timed-out', 'No answer.');
    if (trouble < 0.6) return new MarketingCloudError('throttled', 'Slow down.');
    // An answer from the past, such as one of two servers may give.
    return [truth(history, Math.min(time, history.duration - 1) * lots())];
  };
}

function truth(history: SendHistory, time: number): Reading {
  const { audience, duration } = history;
  const numberSent = history.numberAt(time);
  return time >= duration
    ? reading(1, numberSent, { audience, phase: 'complete', status: 'Complete', sentAt: start + duration })
    : reading(1, numberSent, { audience });
}

describe('the monitor, over a thousand random sends (C1, C2)', function () {
  // Hours of sends are a few seconds of work, on a machine that has nothing else to do.
  this.timeout(120_000);

  for (const course of courses) {
    it(`sees the end of every ${course} one, once, and never goes back`, async () => {
      for (const { number, history } of histories.filter(({ history: each }) => each.course === course)) {
        await watchToTheEnd(number, history);
      }
    });
  }

  it('tells the time left within a range that holds as often as it says', () => {
    const checks = histories.flatMap(({ number, history }) => estimatesOf(number, history));
    const held = checks.filter(({ holds }) => holds).length / checks.length;
    assert.ok(checks.length > 3000, `only ${String(checks.length)} estimates were made`);
    assert.ok(held >= sendsInTen / 10, `${String(held)} of the ranges hold`);
    // A range that holds since it says nothing would be no estimate.
    const widths = checks.map(({ width }) => width).sort((a, b) => a - b);
    assert.ok(
      (widths[widths.length >> 1] ?? 9) < 1,
      `half of the ranges are wider than ${String(widths[widths.length >> 1])}`,
    );
  });
});

async function watchToTheEnd(number: number, history: SendHistory): Promise<void> {
  const world = new World();
  world.answer = troubled(history, number);
  let highest = 0;
  world.changed = () => {
    const numberSent = world.monitor.sends[0]?.reading?.numberSent ?? 0;
    assert.ok(numberSent >= highest, `send ${String(number)} went back from ${String(highest)}`);
    highest = numberSent;
  };
  world.monitor.watch(target(1, { startedAt: start }));
  // An hour more than it takes, for the trouble.
  await world.run(history.duration + 3_600_000);
  assert.equal(world.events.filter(({ event }) => event === 'finished').length, 1, `send ${String(number)}`);
  assert.equal(world.only.reading?.numberSent, history.audience);
  assert.ok(world.isIdle, `send ${String(number)} is still asked for`);
  keepsToItsBudget(world, history);
}

/** Never two questions within the shortest interval, and no pause longer than the longest. */
function keepsToItsBudget({ asked }: World, { duration }: SendHistory): void {
  const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
  assert.ok(
    gaps.every((gap) => gap >= shortest && gap <= longest),
    String(gaps),
  );
  assert.ok(asked.length <= duration / shortest + 30);
}

/** Estimates at four moments of a send, each with the truth beside it. */
function estimatesOf(
  number: number,
  history: SendHistory,
): { readonly holds: boolean; readonly width: number }[] {
  const from = number % 3 === 0 ? 0.3 * history.duration : 0;
  return [0.4, 0.55, 0.7, 0.9].flatMap((share) => {
    const at = history.duration * share;
    const looks = Array.from(
      { length: Math.floor((at - from) / shortest) },
      (_, look) => from + look * shortest,
    );
    const samples = looks
      .filter((_, index) => index % Math.ceil(looks.length / 600) === 0)
      .map((time) => ({ at: time, numberSent: history.numberAt(time) }));
    const last = samples.at(-1);
    const left = last && timeLeft(samples, history.audience - last.numberSent);
    if (last === undefined || left === undefined) return [];
    const real = history.duration - last.at;
    return [
      { holds: left.least <= real && real <= left.most, width: (left.most - left.least) / left.likely },
    ];
  });
}
