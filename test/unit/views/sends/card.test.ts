/** What a person reads of a watched send: on its card, in notifications, in the status bar, and by ear. */
import assert from 'node:assert/strict';
import { cardOf } from '../../../../src/views/panels/sends/card.ts';
import { Milestones } from '../../../../src/views/panels/sends/milestones.ts';
import { eventText, statusLine, statusText } from '../../../../src/views/panels/sends/wording.ts';
import { addSample, numberSentAt, ratesOf } from '../../../../src/views/sends/samples.ts';
import { phaseOf } from '../../../../src/views/sends/send.ts';
import {
  beginWatch,
  type Reading,
  type Sample,
  type WatchedSend,
} from '../../../../src/views/sends/watch.ts';
import { reading, start, target } from '../../../support/monitorWorld.ts';

const describeError = (): { title: string; advice: string } => ({ title: 'No.', advice: 'Wait.' });

function watched(heard?: Reading, more: Partial<WatchedSend> = {}): WatchedSend {
  const known = beginWatch(target(7), start);
  return { ...known, ...(heard === undefined ? {} : { reading: heard }), ...more };
}

function growing(perSecond: number, seconds: number): readonly Sample[] {
  let samples: readonly Sample[] = [];
  for (let second = 0; second <= seconds; second += 2) {
    samples = addSample(samples, { at: start + second * 1000, numberSent: second * perSecond });
  }
  return samples;
}

function figuresOf(send: WatchedSend): Record<string, string> {
  return Object.fromEntries(
    cardOf(send, start, describeError).figures.map(({ label, value }) => [label, value]),
  );
}

describe('the phase of a send', () => {
  it('is over when its sent time has a value or its status says so; unknown words are running (C2)', () => {
    const now = new Date(start);
    const later = new Date(start + 1000);
    assert.equal(phaseOf({ status: 'Sending' }, now), 'running');
    assert.equal(phaseOf({ status: 'SomethingNew' }, now), 'running');
    assert.equal(phaseOf({ status: 'complete' }, now), 'complete');
    assert.equal(phaseOf({ status: 'Sending', sentDate: now }, now), 'complete');
    assert.equal(phaseOf({ status: 'Cancelled' }, now), 'canceled');
    assert.equal(phaseOf({ status: 'Error' }, now), 'failed');
    assert.equal(phaseOf({ status: 'Paused' }, now), 'paused');
    assert.equal(phaseOf({ status: '', sendDate: later }, now), 'scheduled');
    assert.equal(phaseOf({ status: 'Sending', sendDate: later }, now), 'running');
    assert.equal(phaseOf({ status: '', numberSent: 1, sendDate: later }, now), 'running');
  });
});

describe('the history of a number', () => {
  it('has rates: of the last half minute, on average, and at most over ten seconds', () => {
    assert.deepEqual(ratesOf([]), {});
    assert.deepEqual(ratesOf([{ at: start, numberSent: 5 }]), {});
    const samples = [0, 20, 40, 60].map((seconds, index) => ({
      at: start + seconds * 1000,
      numberSent: [0, 100, 100, 400][index] ?? 0,
    }));
    assert.deepEqual(ratesOf(samples), { now: 10, average: 400 / 60, peak: 15 });
  });

  it('keeps the ends of a rest, and stays within bounds whatever its length', () => {
    let samples: readonly Sample[] = [];
    for (let look = 0; look < 50; look += 1)
      samples = addSample(samples, { at: start + look, numberSent: 3 });
    assert.deepEqual(samples, [
      { at: start, numberSent: 3 },
      { at: start + 49, numberSent: 3 },
    ]);
    for (let look = 50; look < 20_000; look += 1) {
      samples = addSample(samples, { at: start + look, numberSent: look });
    }
    assert.ok(samples.length <= 1200, String(samples.length));
    assert.equal(samples[0]?.at, start);
    assert.equal(samples.at(-1)?.numberSent, 19_999);
    assert.ok(Math.abs(numberSentAt(samples, start + 10_000) - 10_000) < 200);
  });
});

describe('the card of a send', () => {
  it('says everything in words', () => {
    const send = watched(reading(7, 250), { samples: growing(5, 50) });
    const card = cardOf(send, start, describeError);
    assert.equal(card.state, 'sending');
    assert.equal(card.progress, 0.25);
    assert.equal(card.audience, `of ${(1000).toLocaleString()}`);
    assert.match(card.chart?.description ?? '', /^Number sent of Send 7: from 0 at .* to 250 at /);
    assert.equal(card.chart?.rows.length, 10);
    const { 'Time left': timeLeft = '', 'Rate now': now } = figuresOf(send);
    assert.match(timeLeft, /^About 2 min 30 s \(.* to .*\)$/);
    assert.equal(now, '5 / s');
  });

  it('names the send before the service has answered, and says that it asks', () => {
    const card = cardOf(watched(), start, describeError);
    assert.equal(card.name, 'Send 7');
    assert.equal(card.state, 'waiting');
    assert.deepEqual(card.actions, []);
  });

  it('says what is wrong, and what can be done', () => {
    const states = [
      watched(reading(7, 250), { failure: new Error('x') }),
      watched(reading(7, 250), { stalled: true }),
      watched(reading(7, 250), { gaveUp: true }),
      watched(reading(7, 250, { phase: 'paused' })),
      watched(reading(7, 250, { phase: 'failed' })),
    ].map((send) => cardOf(send, start + 600_000, describeError));
    assert.deepEqual(
      states.map(({ state, problem }) => [state, problem]),
      [
        ['lost', 'No. Wait.'],
        ['stalled', 'Nothing has been sent for 10 min.'],
        ['left', 'Nothing has changed for 10 min, so it is no longer asked for.'],
        ['paused', undefined],
        ['failed', undefined],
      ],
    );
    assert.ok(states[2]?.actions.includes('ask-again'));
  });

  it('counts messages that could not be built as not to be waited for', () => {
    const send = watched(reading(7, 990, { errors: 10 }), { samples: growing(33, 30) });
    assert.equal(cardOf(send, start, describeError).progress, 1);
    const { 'Time left': timeLeft = '', Errors: errors } = figuresOf(send);
    assert.match(timeLeft, /^About 0 ms/);
    assert.equal(errors, '10');
  });

  it('shows queue and rate per minute of a triggered send', () => {
    const { audience: _, ...endless } = reading(7, 100);
    const triggered = watched(
      { ...endless, queued: 4 },
      { target: target(7, { kind: 'triggered' }), samples: growing(2, 50) },
    );
    const { Queued: queued, 'Rate now': now, 'Time left': timeLeft, Key: key } = figuresOf(triggered);
    assert.deepEqual([queued, now, timeLeft, key], ['4', '120 / min', undefined, '7']);
    assert.ok(!cardOf(triggered, start, describeError).actions.includes('tracking'));
  });
});

describe('what is told of sends', () => {
  const done = watched(
    reading(7, 1000, { phase: 'complete', status: 'Complete', sendAt: start, sentAt: start + 200_000 }),
    { samples: growing(10, 100) },
  );

  it('says how many, how long and how fast when a send is done (C1)', () => {
    assert.equal(
      eventText('finished', done),
      `Send 7 is sent: ${(1000).toLocaleString()} in 3 min 20 s, at most 10 / s.`,
    );
    assert.match(eventText('stalled', watched(reading(7, 5))), /has stalled.*5 sent/);
    assert.match(eventText('failed', watched(reading(7, 5, { status: 'Error' }))), /failed: Error, 5 sent/);
  });

  it('sums up in the status bar, and never says 100 % before the end', () => {
    assert.equal(statusText([]), undefined);
    assert.equal(statusText([done]), undefined);
    assert.equal(statusText([watched(reading(7, 999)), done]), '1 send running · 99 %');
    const two = [watched(reading(7, 500, { audience: 3000 })), watched(reading(8, 500))];
    assert.equal(statusText(two), '2 sends running · 25 %');
    assert.equal(statusText([watched()]), '1 send watched');
    assert.match(statusLine(watched(reading(7, 250))), /^Send 7: 250 of 1.?000 sent \(25 %\), Sending$/);
  });

  it('speaks at each quarter, and not in between', () => {
    const milestones = new Milestones();
    const told = [100, 240, 260, 300, 760, 1000].map((sent) => milestones.tell([watched(reading(7, sent))]));
    assert.deepEqual(told, [
      '',
      '',
      'Send 7: 25 percent, 260 sent.',
      '',
      'Send 7: 75 percent, 760 sent.',
      `Send 7: 100 percent, ${(1000).toLocaleString()} sent.`,
    ]);
  });
});
