/** Writes are divided so that no call is too large, and nothing is lost, doubled or moved. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planBatches } from '../../../../src/soap/flow/batchPlan.ts';
import { clientFor, failsWith } from '../../../support/scriptedClient.ts';

describe('batch plan', () => {
  it('keeps every object once and in order, within the limits (B9, C6, C7)', () => {
    const objects = fc.array(fc.string({ maxLength: 40 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        objects,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 120, max: 400 }),
        (all, most, room) => {
          const batches = planBatches(all, { objects: most, bytes: room + 16_384 });
          assert.deepEqual(
            batches.flatMap((batch) => batch.objects),
            all,
          );
          let from = 0;
          for (const batch of batches) {
            assert.equal(batch.from, from);
            from += batch.objects.length;
            assert.ok(batch.objects.length >= 1 && batch.objects.length <= most);
            assert.ok(Buffer.byteLength(batch.objects.join('')) <= room);
          }
        },
      ),
    );
  });

  it('counts bytes, not characters', () => {
    const object = '中'.repeat(1_000_000);
    assert.equal(planBatches([object, object], { objects: 50 }).length, 2);
  });

  it('refuses one object above the limit before anything is sent (C7)', async () => {
    const { client, transport } = clientFor();
    const large = { $type: 'DataExtensionObject', CustomerKey: 'k', Name: 'x'.repeat(5_000_000) };
    const objects = [...Array.from({ length: 60 }, () => ({ $type: 'List', ListName: 'a' })), large];
    await assert.rejects(client.create(objects), failsWith('invalid-request', /Object 61 takes 5\.0 MB/));
    assert.equal(transport.requests.length, 0);
  });
});
