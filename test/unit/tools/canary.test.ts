/** The search for the canary secret finds it however it was written down. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findSecret, newCanary } from '../../../tools/test/canary.mjs';

const secret = newCanary();
const percentEncoded = Array.from(Buffer.from(secret), (byte) => `%${byte.toString(16)}`).join('');

const writings: readonly (readonly [name: string, bytes: string | Buffer])[] = [
  ['as it is', `{"clientSecret":"${secret}"}`],
  ['as UTF-16', Buffer.from(`"${secret}"`, 'utf16le')],
  ['percent-encoded', percentEncoded],
  ['as hexadecimal', Buffer.from(secret).toString('hex')],
  ['as base64', Buffer.from(secret).toString('base64')],
  ['as base64 of a pair', Buffer.from(`id:${secret}`).toString('base64')],
  ['as base64 a byte further on', Buffer.from(`i:${secret}:x`).toString('base64')],
  ['as base64 two bytes further on', Buffer.from(`abcd:${secret}"}`).toString('base64url')],
  ['across the border of two reads', `${'x'.repeat(64 * 1024 - 10)}${secret}`],
];

describe('the search for the canary secret', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'canary-test-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  for (const [name, bytes] of writings) {
    it(`finds it written ${name}`, async () => {
      const file = path.join(folder, 'log');
      await writeFile(file, bytes);
      assert.deepEqual(await findSecret(secret, [folder]), { found: [file], searched: 1 });
    });
  }

  it('finds nothing where there is nothing, or no folder', async () => {
    await writeFile(path.join(folder, 'log'), newCanary());
    const missing = path.join(folder, 'missing');
    assert.deepEqual(await findSecret(secret, [folder, missing]), { found: [], searched: 1 });
  });

  it('looks below folders, save those that are exempt', async () => {
    for (const name of ['open', 'exempt']) {
      await mkdir(path.join(folder, name));
      await writeFile(path.join(folder, name, 'log'), secret);
    }
    const { found } = await findSecret(secret, [folder], (file) => path.basename(file) === 'exempt');
    assert.deepEqual(found, [path.join(folder, 'open', 'log')]);
  });
});
