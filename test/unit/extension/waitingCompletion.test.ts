/** Who types before the language server runs is not left without suggestions. */
import assert from 'node:assert/strict';
import {
  completionTriggers,
  waitWithCompletion,
  type CompletionSource,
} from '../../../src/extension/language/waitingCompletion.ts';
import { completion } from '../../../src/language/features/completion.ts';

const open = Symbol('still open');

/** What an answer is by now. */
async function stateOf(answer: Promise<unknown> | undefined): Promise<unknown> {
  await new Promise((resolve) => setImmediate(resolve));
  return Promise.race([answer, Promise.resolve(open)]);
}

describe('suggestions while the language server starts', () => {
  for (const [end, settle] of [
    ['runs', 'resolve'],
    ['could not start', 'reject'],
  ] as const) {
    it(`are awaited until it ${end}, and by nobody thereafter`, async () => {
      const sources = new Set<CompletionSource>();
      const server: { end?: () => void } = {};
      const started = new Promise<void>((resolve, reject) => {
        server.end = settle === 'resolve' ? resolve : () => reject(new Error('no process'));
      });
      waitWithCompletion((source) => {
        sources.add(source);
        return { dispose: () => sources.delete(source) };
      }, started);
      assert.equal(sources.size, 1);
      const [answer] = [...sources].map((source) => source.provideCompletionItems());
      assert.equal(await stateOf(answer), open);
      server.end?.();
      assert.deepEqual([await stateOf(answer), sources.size], [undefined, 0]);
    });
  }

  it('are asked for because of the same characters as those of the server', () => {
    assert.deepEqual(completionTriggers, completion.capabilities?.completionProvider?.triggerCharacters);
  });
});
