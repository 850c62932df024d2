/** Where a send stands is a function of the clock and of the orders given to it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Pace } from '../../../src/sandbox/org/sends/pace.ts';
import { messageTime, progressOf, type Send } from '../../../src/sandbox/org/sends/send.ts';

function sendOf(overrides: Partial<Send>): Send {
  return {
    mid: 1,
    id: 1,
    objectId: '',
    definition: undefined,
    email: { id: 1, name: '', links: [] },
    subject: '',
    fromName: '',
    fromAddress: '',
    createdAt: 0,
    startsAt: 1000,
    duration: 60_000,
    failsAt: undefined,
    audience: { size: 5000, keyAt: String },
    isMultipart: true,
    seed: 7,
    eventBase: 0,
    orders: [],
    ...overrides,
  };
}

describe('sandbox send progress', () => {
  it('goes forward unevenly, and back to the time by its inverse', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, a, b) => {
          const pace = new Pace(seed);
          const [early, late] = [Math.min(a, b), Math.max(a, b)];
          assert.ok(pace.shareAt(early) <= pace.shareAt(late) + 1e-12);
          assert.ok(Math.abs(pace.shareAt(pace.timeOf(a)) - a) < 1e-9);
        },
      ),
    );
    const pace = new Pace(1);
    assert.deepEqual([pace.shareAt(0), pace.shareAt(1), pace.timeOf(0), pace.timeOf(1)], [0, 1, 0, 1]);
  });

  it('is scheduled, sends, and is complete with a time of its end', () => {
    const send = sendOf({});
    assert.deepEqual(progressOf(send, 0), {
      status: 'Scheduled',
      sent: 0,
      errored: 0,
      finishedAt: undefined,
    });
    let last = 0;
    for (let now = 1000; now < 61_000; now += 500) {
      const { status, sent, finishedAt } = progressOf(send, now);
      assert.deepEqual([status, finishedAt], ['Sending', undefined]);
      assert.ok(sent >= last);
      last = sent;
    }
    assert.deepEqual(progressOf(send, 61_000), {
      status: 'Complete',
      sent: 4993,
      errored: 7,
      finishedAt: 61_000,
    });
  });

  it('stands still while it is paused, and ends later by as much', () => {
    const send = sendOf({
      orders: [
        { at: 21_000, action: 'pause' },
        { at: 51_000, action: 'resume' },
      ],
    });
    const { sent } = progressOf(send, 21_000);
    assert.deepEqual(progressOf(send, 40_000), { ...progressOf(send, 40_000), status: 'Paused', sent });
    assert.equal(progressOf(send, 52_000).status, 'Sending');
    assert.equal(progressOf(send, 90_999).finishedAt, undefined);
    assert.equal(progressOf(send, 91_000).finishedAt, 91_000);
  });

  it('stops for ever when it is canceled or breaks down', () => {
    const canceled = sendOf({ orders: [{ at: 31_000, action: 'cancel' }] });
    const { sent } = progressOf(canceled, 31_000);
    assert.ok(sent > 0 && sent < 5000);
    assert.deepEqual(progressOf(canceled, 1e9), {
      ...progressOf(canceled, 1e9),
      status: 'Canceled',
      sent,
      finishedAt: undefined,
    });
    const broken = sendOf({ failsAt: 0.5 });
    assert.equal(progressOf(broken, 30_000).status, 'Sending');
    assert.deepEqual(
      [progressOf(broken, 1e9).status, progressOf(broken, 1e9).finishedAt],
      ['Error', undefined],
    );
    const before = sendOf({ orders: [{ at: 500, action: 'cancel' }] });
    assert.deepEqual([progressOf(before, 1e9).status, progressOf(before, 1e9).sent], ['Canceled', 0]);
  });

  it('sends each message at its own time', () => {
    const send = sendOf({
      orders: [
        { at: 21_000, action: 'pause' },
        { at: 51_000, action: 'resume' },
      ],
    });
    for (const now of [5000, 20_000, 60_000, 91_000]) {
      const { sent } = progressOf(send, now);
      assert.ok(messageTime(send, sent - 1) <= now, `the last message out at ${String(now)}`);
      if (sent < 4993)
        assert.ok(messageTime(send, sent) > now - 1, `the first message not out at ${String(now)}`);
    }
  });
});
