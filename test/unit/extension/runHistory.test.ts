/** The history of runs: bounded, without secrets, and not put out by what it finds in its folder. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { RunHistory } from '../../../src/extension/history/runHistory.ts';
import type { RunRecord } from '../../../src/extension/history/runRecord.ts';

function run(at: number, more: Partial<RunRecord> = {}): Omit<RunRecord, 'id'> {
  return {
    at,
    title: `run ${String(at)}`,
    operation: 'Retrieve',
    where: 'Acme · UK',
    connection: 'Acme',
    mid: 7,
    status: 'passed',
    duration: 5,
    rows: 1,
    body: '<RetrieveRequestMsg/>',
    response: '<Envelope/>',
    ...more,
  };
}

describe('history of runs', () => {
  let folder: string;
  let limit = 3;
  let changes = 0;
  let history: RunHistory;

  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'history-')), 'runs');
    [limit, changes] = [3, 0];
    history = new RunHistory({ folder, limit: () => limit, changed: () => (changes += 1) });
  });
  afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

  const titles = async (): Promise<string[]> => (await history.all()).map(({ title }) => title);

  it('keeps the newest runs, newest first, and lets the others go', async () => {
    await Promise.all([1001, 1002, 1003, 1004, 1005].map((at) => history.add(run(at))));
    assert.deepEqual(await titles(), ['run 1005', 'run 1004', 'run 1003']);
    assert.equal((await readdir(folder)).length, 3);
    assert.equal(changes, 5);
  });

  it('keeps no token and no password', async () => {
    const body = '<CreateRequest><Objects><Password>hunter2</Password></Objects></CreateRequest>';
    const response = '<fueloauth xmlns="http://exacttarget.com">TOKEN-4711</fueloauth>';
    await history.add(run(1, { body, response, reason: 'client_secret=SECRET-42' }));
    const [name = ''] = await readdir(folder);
    const kept = await readFile(path.join(folder, name), 'utf8');
    for (const secret of ['hunter2', 'TOKEN-4711', 'SECRET-42']) assert.ok(!kept.includes(secret), secret);
  });

  it('cuts an answer that is too long to be kept', async () => {
    await history.add(run(1, { response: 'x'.repeat(1_000_000) }));
    const [record] = await history.all();
    assert.ok((record?.response.length ?? 0) < 210_000);
    assert.match(record?.response ?? '', /The rest was not kept/);
  });

  it('keeps nothing when it is switched off', async () => {
    limit = 0;
    await history.add(run(1));
    assert.deepEqual(await titles(), []);
  });

  it('deletes one run, and all', async () => {
    await history.add(run(1));
    await history.add(run(2));
    const [newest] = await history.all();
    await history.delete(newest?.id ?? '');
    assert.deepEqual(await titles(), ['run 1']);
    await history.clear();
    assert.deepEqual(await titles(), []);
  });

  it('passes over what is no run', async () => {
    await history.add(run(1));
    await writeFile(path.join(folder, '9.json'), '{"id": 5}');
    await writeFile(path.join(folder, '8.json'), 'not JSON');
    assert.deepEqual(await titles(), ['run 1']);
  });
});
