/** Extracts that write files into the Export folder (D1). */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, extract as requestExtract, rowsExtract } from './requests.ts';

const { id: rowsId, parameters: rows } = rowsExtract;
const trackingId = 'c7219016-a7f0-4c72-8657-1ec12c28a0db';

describe('sandbox extracts', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
  });
  afterEach(() => sandbox.stop());

  type Parameters = Readonly<Record<string, string>>;

  const extract = (id: string, parameters: Parameters): Promise<SoapReply> =>
    requestExtract(sandbox, id, parameters);
  const file = async (name: string): Promise<Buffer | undefined> => {
    const response = await fetch(`${sandbox.address}/_sandbox/file?folder=Export&name=${name}`);
    return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : undefined;
  };

  it('write all rows of a data extension', async () => {
    const reply = await extract(rowsId, rows);
    assert.equal(textOf(reply.message, 'StatusMessage'), 'Extract queued');
    assert.equal(await file('orders.csv'), undefined);
    clock.advance(5000);
    const lines = ((await file('orders.csv')) ?? '').toString('utf8').trimEnd().split('\r\n');
    assert.equal(lines.length, 12_001);
    assert.match(lines[0] ?? '', /^SubscriberKey,EmailAddress,/);
    assert.match(lines[1] ?? '', /^NW-\d{7},[^,]+@example\.com,/);
    const files = (await (await fetch(`${sandbox.address}/_sandbox/files`)).json()) as { name: string }[];
    assert.deepEqual(
      files.map(({ name }) => name),
      ['orders.csv'],
    );
  });

  it('write the tracking of sends as an archive that others can open, and its numbers agree', async function () {
    if (spawnSync('python3', ['--version']).status !== 0) {
      console.warn('      SKIPPED: reading the archive needs python3.');
      this.skip();
    }
    const sends = await sandbox.retrieve(
      'Send',
      ['ID', 'NumberSent', 'UniqueOpens'],
      equals('EmailSendDefinition.CustomerKey', 'product-news'),
    );
    const [id = '', sent, opens] = ['ID', 'NumberSent', 'UniqueOpens'].map((name) =>
      textOf(sends.message, name),
    );
    await extract(trackingId, {
      StartDate: '1/1/2030',
      EndDate: '12/31/2030 11:59:00 PM',
      OutputFileName: 'tracking.zip',
      Format: 'csv',
      SendIDs: id,
      ExtractSent: 'true',
      ExtractOpens: 'true',
      ExtractSendJobs: 'true',
    });
    clock.advance(5000);
    const folder = mkdtempSync(join(tmpdir(), 'mc-extract-'));
    try {
      const path = join(folder, 'tracking.zip');
      writeFileSync(path, (await file('tracking.zip')) ?? Buffer.alloc(0));
      const program =
        'import sys,zipfile,json; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))';
      const read = JSON.parse(
        execFileSync('python3', ['-c', program, path], { encoding: 'utf8', maxBuffer: 1e8 }),
      ) as Record<string, string>;
      const count = (name: string): number => (read[name] ?? '').trimEnd().split('\r\n').length - 1;
      assert.deepEqual(Object.keys(read), ['Sent.csv', 'Opens.csv', 'SendJobs.csv']);
      assert.deepEqual([count('Sent.csv'), count('Opens.csv')], [Number(sent), Number(opens)]);
      assert.match(read['SendJobs.csv'] ?? '', new RegExp(`,${id},.*Complete`));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('say what is wrong with their parameters, by the documented codes', async () => {
    const { DECustomerKey: _key, ...withoutKey } = rows;
    for (const [id, parameters, code] of [
      ['x', rows, '31001'],
      [rowsId, { ...rows, Speed: 'fast' }, '31005'],
      [rowsId, withoutKey, '31006'],
      [rowsId, { ...rows, StartDate: 'soon' }, '31007'],
      [rowsId, { ...rows, HasColumnHeaders: 'maybe' }, '31007'],
      [rowsId, { ...rows, OutputFileName: '../x.csv' }, '31007'],
    ] as const) {
      assert.equal(textOf((await extract(id, parameters)).message, 'ErrorCode'), code);
    }
  });

  it('leave a note in the place of a file that cannot be made', async () => {
    await extract(rowsId, { ...rows, DECustomerKey: 'nothing' });
    clock.advance(5000);
    assert.match(((await file('orders.csv.error.txt')) ?? '').toString(), /nothing does not exist/);
  });

  it('are described with their parameters', async () => {
    const { message } = await sandbox.retrieve('ExtractDescription', ['ObjectID', 'Name', 'Parameters']);
    assert.deepEqual(textsOf(message, 'ObjectID'), [rowsId, trackingId]);
    assert.match(message, /<Name>DECustomerKey<\/Name><DataType>string<\/DataType>/);
  });
});
