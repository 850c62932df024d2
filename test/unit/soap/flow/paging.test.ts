/** The pages of a retrieve: one ahead of whoever reads, or one when it is wanted. */
import assert from 'node:assert/strict';
import { followPages, type PendingPage } from '../../../../src/soap/flow/paging.ts';

/** Pages named by their number; what was asked for is written down. */
function pages(count: number, failing?: number): { asked: number[]; start: () => PendingPage<number> } {
  const asked: number[] = [];
  const start = (): PendingPage<number> => {
    const page = asked.length + 1;
    asked.push(page);
    const failed = page === failing ? Promise.reject(new Error(`page ${String(page)}`)) : undefined;
    return {
      head: failed ?? Promise.resolve({ more: page < count, requestId: String(page) }),
      page: failed ?? Promise.resolve(page),
    };
  };
  return { asked, start };
}

const never = (): boolean => false;

describe('pages', () => {
  it('are asked for one ahead, and no more', async () => {
    const { asked, start } = pages(5);
    const reading = followPages(start, never, {});
    assert.equal((await reading.next()).value, 1);
    assert.deepEqual(asked, [1, 2]);
    await reading.return(undefined);
  });

  it('are asked for when they are wanted, if that is wished', async () => {
    const { asked, start } = pages(3);
    const reading = followPages(start, never, { ahead: false });
    for (const page of [1, 2, 3]) {
      assert.equal((await reading.next()).value, page);
      assert.equal(asked.length, page);
    }
    assert.equal((await reading.next()).done, true);
    assert.equal(asked.length, 3);
  });

  it('that fail ahead are told to who wants them, and to nobody before', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): number => unhandled.push(reason);
    process.on('unhandledRejection', note);
    try {
      const reading = followPages(pages(3, 2).start, never, {});
      assert.equal((await reading.next()).value, 1);
      // A rejection without a handler is reported after the turn in which it happened.
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(unhandled, []);
      await assert.rejects(reading.next(), /page 2/);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});
