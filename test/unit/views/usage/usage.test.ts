/** Usage is counted from the lines of the log, whatever else is in it (B3). */
import assert from 'node:assert/strict';
import { readLoggedCall, UsageCounter } from '../../../../src/views/usage/usage.ts';
import { usageReport } from '../../../../src/views/usage/usageReport.ts';

const now = new Date(2026, 10, 25, 15, 30);
const at = (day: number, hour: number, minute = 0, second = 0): string =>
  new Date(2026, 10, day, hour, minute, second).toISOString();

function line(time: string, members: object = {}): string {
  const usual = {
    ...{ kind: 'call', operation: 'Retrieve', subject: 'Send', attempt: 1, outcome: 'ok', objects: 2 },
    ...{ requestBytes: 100, responseBytes: 1000, connection: 'Acme', mid: 1 },
  };
  return JSON.stringify({ time, ...usual, ...members });
}

const lines = [
  line(at(25, 9, 0, 1)),
  line(at(25, 9, 0, 59)),
  line(at(25, 9, 1, 0)),
  line(at(25, 14), { operation: 'Create', subject: 'DataExtensionObject', objects: 50 }),
  line(at(24, 23, 59), { outcome: 'throttled', objects: undefined }),
  line(at(24, 20), { outcome: 'cancelled', objects: undefined }),
  line(at(25, 0, 0), { attempt: 2, connection: 'Other', mid: 2 }),
  JSON.stringify({ time: at(25, 9), kind: 'warning', text: 'no call' }),
  '{"time":"2026-11-25T10:00:00.000Z","kind":"ca',
  '',
];

function counted(): UsageCounter['usage'] {
  const counter = new UsageCounter(now);
  for (const text of lines) {
    const call = readLoggedCall(text);
    if (call !== undefined) counter.add(call);
  }
  return counter.usage;
}

describe('usage (B3)', () => {
  it('counts calls, objects and bytes, by hour and day', () => {
    const { total, hours, days } = counted();
    assert.deepEqual(total, {
      ...{ calls: 7, objects: 58, sent: 700, received: 7000 },
      ...{ throttled: 1, again: 1, failed: 1, perMinute: 2 },
    });
    const calls = ({ names, counts }: (typeof hours)[number]): unknown[] => [...names, counts.calls];
    assert.deepEqual(hours.map(calls), [
      ['00:00', 1],
      ['09:00', 3],
      ['14:00', 1],
    ]);
    assert.deepEqual(days.map(calls), [
      ['2026-11-25', 5],
      ['2026-11-24', 2],
    ]);
  });

  it('counts them by connection and business unit, and by method and object, the busiest first', () => {
    const { accounts, subjects } = counted();
    assert.deepEqual(
      accounts.map(({ names, counts }) => [...names, counts.calls]),
      [
        ['Acme', '1', 6],
        ['Other', '2', 1],
      ],
    );
    assert.deepEqual(
      subjects.map(({ names, counts }) => [...names, counts.calls, counts.objects]),
      [
        ['Retrieve', 'Send', 6, 8],
        ['Create', 'DataExtensionObject', 1, 50],
      ],
    );
  });

  it('is told against the limits, and throttling in words', () => {
    const report = usageReport(counted(), { perMinute: 8, atOnce: 10, days: 14 });
    assert.match(report, /The busiest minute had 2 \(25 %/);
    assert.match(report, /asked for fewer calls once/);
    assert.match(report, /^\| Acme \| 1 \| 6 \| 2 \| 56 \|/m);
    assert.match(
      usageReport(new UsageCounter(now).usage, { perMinute: 8, atOnce: 1, days: 1 }),
      /No calls\./,
    );
  });

  it('lets no name become markup', () => {
    const counter = new UsageCounter(now);
    const subject = 'DataExtensionObject[a|b] <img src=x> [l](http://x) `c`\n# h';
    const call = readLoggedCall(line(at(25, 9), { subject }));
    if (call !== undefined) counter.add(call);
    const report = usageReport(counter.usage, { perMinute: 8, atOnce: 1, days: 1 });
    const [row] = report.split('\n').filter((text) => text.includes('img'));
    assert.match(
      row ?? '',
      /\\\[a\\\|b\\\] \\<img src=x\\> \\\[l\\\]\\\(http\\:\\\/\\\/x\\\) \\`c\\` \\# h \| 1 \|/,
    );
  });
});
