/** What is installed appears whole or not at all. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeWhole } from '../../../tools/run/wholeFolder.mjs';

describe('a folder made whole', () => {
  let parent: string;
  let target: string;

  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'whole-test-'));
    target = path.join(parent, 'target');
  });
  afterEach(() => rm(parent, { recursive: true }));

  const fillWith = (text: string) => (folder: string) => writeFile(path.join(folder, 'file'), text);
  const content = () => readFile(path.join(target, 'file'), 'utf8');

  it('is not there, and leaves nothing, when filling it fails', async () => {
    const failing = async (folder: string): Promise<void> => {
      await fillWith('half')(folder);
      throw new Error('cut short');
    };
    await assert.rejects(makeWhole(target, failing), /cut short/);
    assert.deepEqual(await readdir(parent), []);
  });

  it('is filled once', async () => {
    await makeWhole(target, fillWith('first'));
    await makeWhole(target, fillWith('second'));
    assert.equal(await content(), 'first');
  });

  it('is one of two that are made at the same time', async () => {
    let release = (): void => undefined;
    const bothBegun = new Promise<void>((resolve) => (release = resolve));
    const slow = async (folder: string): Promise<void> => {
      await bothBegun;
      await fillWith('slow')(folder);
    };
    const first = makeWhole(target, slow);
    await makeWhole(target, fillWith('fast'));
    release();
    await first;
    assert.equal(await content(), 'fast');
    assert.deepEqual(await readdir(parent), ['target']);
  });

  it('removes what a process that is gone left half-made', async () => {
    // No system gives a process so high a number.
    const abandoned = path.join(parent, 'incoming-2147483646-1');
    await mkdir(abandoned);
    await makeWhole(target, fillWith('whole'));
    assert.equal(existsSync(abandoned), false);
  });
});
