/** CSV files into a data extension: how they are read, what is refused, and what is written. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImportPlan } from '../../../../src/shared/importMessages.ts';
import { ImportSession } from '../../../../src/views/panels/rows/import/importSession.ts';
import type { RowsSession } from '../../../../src/views/panels/rows/session.ts';
import type { TestOrg } from '../../../support/org.ts';
import { openRowsOrg, openSession, settled } from '../../../support/rowsOrg.ts';

describe('importing CSV', () => {
  let org: TestOrg;
  let session: RowsSession;
  let folder: string;
  let plan: ImportPlan | undefined;

  beforeEach(async () => {
    org = await openRowsOrg([{ Id: '001', Name: 'Ada', Age: '36', Price: '1.50' }]);
    session = await openSession(org);
    folder = await mkdtemp(path.join(tmpdir(), 'import-'));
  });
  afterEach(async () => {
    await org.close();
    await rm(folder, { recursive: true });
  });

  async function opened(content: string | Buffer): Promise<ImportSession> {
    const file = path.join(folder, 'rows.csv');
    await writeFile(file, content);
    const importing = new ImportSession(session, file, (next) => (plan = next));
    await importing.open();
    return importing;
  }

  it('finds delimiter, encoding and columns by itself', async () => {
    await opened('ID;name;AGE;nothing\r\n007;"a; b";5;x\r\n');
    assert.deepEqual(plan?.options, {
      delimiter: ';',
      encoding: 'utf-8',
      hasHeader: true,
      mode: 'upsert',
      mapping: ['Id', 'Name', 'Age', null],
    });
    assert.deepEqual(plan.preview, [['007', 'a; b', '5', 'x']]);
    await opened(Buffer.from('Id,Name\n1,Ren\xe9\n', 'latin1'));
    assert.deepEqual([plan.options.encoding, plan.preview], ['windows-1252', [['1', 'René']]]);
    await opened(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Id\tName\n1\tÉ\n', 'utf16le')]));
    assert.deepEqual(
      [plan.options.encoding, plan.options.delimiter, plan.preview],
      ['utf-16le', '\t', [['1', 'É']]],
    );
    assert.deepEqual(plan.headers, ['Id', 'Name']);
  });

  it('says which columns need values', async () => {
    const importing = await opened('Name,Age\nAda,1\n');
    assert.equal(plan?.problem, 'These columns need values: Id.');
    assert.equal(await importing.write(), undefined);
  });

  it('checks everything in a dry run and writes nothing', async () => {
    const before = org.sandbox?.requests().length;
    const importing = await opened('Id,Name,Age\n001,Ada L.,37\n002,Bob,old\n,Nobody,1\n003,C,3,too much\n');
    const result = await importing.dryRun();
    assert.deepEqual([result?.isDryRun, result?.read, result?.good, result?.rejected], [true, 4, 1, 3]);
    assert.deepEqual(result?.examples, [
      { line: 3, message: 'A whole number from -2147483648 to 2147483647 is needed.' },
      { line: 4, message: 'Id is part of the primary key: it needs a value.' },
      { line: 5, message: 'There are 4 columns in this line, and 3 in the first.' },
    ]);
    assert.equal(org.sandbox?.requests().length, before);
    assert.deepEqual(await readdir(folder), ['rows.csv']);
  });

  it('adds and updates, and leaves what was rejected in a file that can be corrected', async () => {
    const importing = await opened('Id,Name,Age\n001,"Ada ""L"", élan",37\n002,Bob,old\n003,Cy,\n');
    const result = await importing.write();
    assert.deepEqual([result?.good, result?.rejected], [2, 1]);
    await settled(session);
    assert.deepEqual(
      session.rows(0, 5).map(({ cells }) => cells.slice(0, 4)),
      [
        ['001', 'Ada "L", élan', '37', '1.50'],
        ['003', 'Cy', '', ''],
      ],
    );
    assert.equal(
      await readFile(result?.rejectedFile ?? '', 'utf8'),
      'Id,Name,Age,What is wrong\r\n002,Bob,old,A whole number from -2147483648 to 2147483647 is needed.\r\n',
    );
  });

  it('takes the service’s word for a row that it refuses', async () => {
    const importing = await opened('Id,Name\n001,Again\n004,New\n');
    assert.ok(plan);
    await importing.choose({ ...plan.options, mode: 'add' });
    const result = await importing.write();
    assert.deepEqual([result?.good, result?.rejected], [1, 1]);
    assert.match(result?.examples[0]?.message ?? '', /duplicate key/);
    assert.equal(result?.examples[0]?.line, 2);
  });

  it('reads a file of many thousand lines as they come, and can be cancelled', async () => {
    const lines = Array.from({ length: 20_000 }, (_line, index) => `k${String(index)},Name ${String(index)}`);
    const importing = await opened(`Id,Name\n${lines.join('\n')}\n`);
    const result = await importing.dryRun();
    assert.deepEqual([result?.read, result?.good], [20_000, 20_000]);
    const running = importing.dryRun();
    importing.cancel();
    assert.equal((await running)?.wasCancelled, true);
  });
});
