/** RetrieveAllSinceLastBatch: what changed since the last one of the same, and that once more. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textsOf, type TestSandbox } from '../../support/sandbox.ts';
import { object, write } from './requests.ts';

describe('sandbox retrieves since the last batch', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  before(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ seed: 'empty', clock });
  });
  after(() => sandbox.stop());

  it('give what is new, by properties and filter, and repeat it', async () => {
    const make = async (name: string): Promise<void> => {
      clock.advance(1000);
      await write(sandbox, 'Create', object('List', `<ListName>${name}</ListName>`));
    };
    const lists = async (properties: readonly string[], repeat = ''): Promise<string[]> => {
      clock.advance(1000);
      const rest = `<RetrieveAllSinceLastBatch>true</RetrieveAllSinceLastBatch>${repeat}`;
      return textsOf((await sandbox.retrieve('List', properties, rest)).message, 'ListName');
    };
    await make('a');
    assert.deepEqual(await lists(['ListName']), ['All Subscribers', 'a']);
    assert.deepEqual(await lists(['ListName']), []);
    await make('b');
    assert.deepEqual(await lists(['ListName']), ['b']);
    assert.deepEqual(await lists(['ListName'], '<RepeatLastResult>true</RepeatLastResult>'), ['b']);
    assert.deepEqual(await lists(['ListName']), []);
    assert.deepEqual(await lists(['ID', 'ListName']), ['All Subscribers', 'a', 'b']);
    assert.deepEqual(textsOf((await sandbox.retrieve('List', ['ListName'])).message, 'ListName'), [
      'All Subscribers',
      'a',
      'b',
    ]);
  });
});
