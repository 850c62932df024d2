/** The log file: what happened is still there after the window, the connection and the day are gone (F3). */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LogFile } from '../../../src/extension/log/logFile.ts';

describe('the log file (F3)', () => {
  let folder: string;
  let now: Date;
  let failures: unknown[];

  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'mc-log-')), 'log');
    now = new Date('2026-11-25T10:00:00Z');
    failures = [];
  });

  afterEach(() => rm(path.dirname(folder), { recursive: true }));

  function open(keepDays = 14, maxBytes = 5_000_000): LogFile {
    return new LogFile({
      ...{ folder, maxBytes },
      keepDays: () => keepDays,
      failed: (error) => failures.push(error),
      now: () => now,
    });
  }

  const linesOf = async (name: string): Promise<unknown[]> =>
    (await readFile(path.join(folder, name), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);

  it('has a line for each entry, in order, for its owner alone', async () => {
    const log = open();
    for (let n = 0; n < 200; n += 1) log.add({ kind: 'call', n });
    await log.flush();
    const lines = await linesOf('calls-2026-11-25.jsonl');
    assert.equal(lines.length, 200);
    assert.deepEqual(lines[199], { time: '2026-11-25T10:00:00.000Z', kind: 'call', n: 199 });
    const { mode } = await stat(path.join(folder, 'calls-2026-11-25.jsonl'));
    assert.equal(mode & 0o077, 0);
  });

  it('loses nothing when two windows write at once', async () => {
    const windows = [open(), open()];
    for (let n = 0; n < 300; n += 1) for (const [window, log] of windows.entries()) log.add({ window, n });
    await Promise.all(windows.map((log) => log.flush()));
    const lines = (await linesOf('calls-2026-11-25.jsonl')) as { window: number; n: number }[];
    for (const window of [0, 1]) {
      const own = lines.filter((line) => line.window === window).map(({ n }) => n);
      assert.deepEqual(
        own,
        Array.from({ length: 300 }, (_, n) => n),
      );
    }
  });

  it('begins a new file each day, and when one is full', async () => {
    const log = open(14, 100);
    for (const text of ['x'.repeat(120), 'y']) {
      log.add({ text });
      await log.flush();
    }
    now = new Date('2026-11-26T00:00:01Z');
    log.add({ text: 'z' });
    await log.flush();
    assert.deepEqual((await readdir(folder)).sort(), [
      'calls-2026-11-25.2.jsonl',
      'calls-2026-11-25.jsonl',
      'calls-2026-11-26.jsonl',
    ]);
  });

  it('removes what is older than asked for, and nothing else', async () => {
    const first = open();
    first.add({});
    await first.flush();
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    now = new Date('2026-12-05T10:00:00Z');
    const later = open(10);
    later.add({});
    await later.flush();
    assert.deepEqual((await readdir(folder)).sort(), ['calls-2026-12-05.jsonl', 'notes.txt']);
  });

  it('removes all of it when it is switched off', async () => {
    let days = 14;
    const log = new LogFile({ folder, keepDays: () => days, failed: (error) => failures.push(error) });
    log.add({});
    await log.flush();
    assert.equal((await readdir(folder)).length, 1);
    days = 0;
    await log.clean();
    assert.deepEqual(await readdir(folder), []);
  });

  it('keeps nothing when it is switched off', async () => {
    const log = open(0);
    log.add({});
    await log.flush();
    await assert.rejects(readdir(folder));
  });

  it('tells once that it cannot write, and fails nobody', async () => {
    await writeFile(folder, 'a file where the folder should be');
    const log = open();
    log.add({});
    await log.flush();
    log.add({});
    await log.flush();
    assert.equal(failures.length, 1);
  });
});
