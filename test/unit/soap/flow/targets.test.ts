/** Writes to one list or data extension never meet. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TargetLocks, targetsOf } from '../../../../src/soap/flow/targets.ts';
import { failsWith } from '../../../support/scriptedClient.ts';

describe('target locks', () => {
  it('let one write at a time go to each target, in order, and never stand still (D2)', async () => {
    const names = fc.subarray(['a', 'b', 'c', 'd']);
    const property = fc.asyncProperty(fc.array(names, { maxLength: 12 }), async (writes) => {
      const locks = new TargetLocks();
      const busy = new Set<string>();
      const order: number[] = [];
      await Promise.all(
        writes.map((targets, index) =>
          locks.run(targets, async () => {
            for (const target of targets) {
              assert.ok(!busy.has(target), target);
              busy.add(target);
            }
            order.push(index);
            await new Promise((resolve) => setImmediate(resolve));
            for (const target of targets) busy.delete(target);
          }),
        ),
      );
      assert.equal(order.length, writes.length);
      for (const name of ['a', 'b', 'c', 'd']) {
        const own = order.filter((index) => writes[index]?.includes(name));
        assert.deepEqual(
          own,
          [...own].sort((a, b) => a - b),
        );
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('go on after one that failed, and after one that left while it waited', async () => {
    const locks = new TargetLocks();
    let finish: () => void = () => undefined;
    const first = locks.run(['x'], () => new Promise<void>((resolve) => (finish = resolve)));
    const leaving = new AbortController();
    const second = locks.run(['x'], () => Promise.reject(new Error('must not run')), leaving.signal);
    const third = locks.run(['x'], () => Promise.resolve('third'));
    leaving.abort();
    await assert.rejects(second, failsWith('cancelled'));
    let early = false;
    third.then(
      () => (early = true),
      () => undefined,
    );
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(early, false, 'the third must still wait for the first');
    finish();
    await first;
    assert.equal(await third, 'third');
    await assert.rejects(
      locks.run(['x'], () => Promise.reject(new Error('failed'))),
      /failed/,
    );
    assert.equal(await locks.run(['x'], () => Promise.resolve(1)), 1);
  });

  it('know what objects write to, keys without regard to case', () => {
    assert.deepEqual(
      targetsOf([
        { $type: 'DataExtensionObject', CustomerKey: 'Orders' },
        { $type: 'DataExtension', CustomerKey: 'orders' },
        { $type: 'Subscriber', Lists: [{ ID: 7 }, { CustomerKey: 'vip' }] },
        { $type: 'List', ID: 7 },
        { $type: 'Subscriber', SubscriberKey: 'ann' },
        { $type: 'TriggeredSend' },
      ]),
      ['data extension orders', 'list 7', 'list vip'],
    );
  });
});
