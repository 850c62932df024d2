/** Nothing that a person reads stays English when there is a translation. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const program = path.resolve(import.meta.dirname, '../../support/madeUpLanguage.ts');

describe('another language', () => {
  it('is spoken by the trees, the guides, the errors and the connection check', async function () {
    this.timeout(60_000);
    const run = await promisify(execFile)(process.execPath, ['--import', 'tsx', program]);
    const { seen, english } = JSON.parse(run.stdout) as { seen: number; english: unknown[] };
    assert.deepEqual(english, []);
    assert.ok(seen > 600, `${String(seen)} texts seen`);
  });
});
