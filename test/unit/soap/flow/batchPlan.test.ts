/** Writes are divided so that no call is too large, and nothing is lost, doubled or moved. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planBatches } from '../../../../src/soap/flow/batchPlan.ts';
import { clientFor, created, failsWith } from '../../../support/scriptedClient.ts';

describe('batch plan', () => {
  it('keeps every object once and in order, within the limits (B9, C6, C7)', () => {
    const sizes = fc.array(fc.nat({ max: 120 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 120, max: 400 }),
        (all, most, room) => {
          const batches = planBatches(all, { objects: most, bytes: room + 16_384 });
          let next = 0;
          for (const { from, count } of batches) {
            assert.equal(from, next);
            next += count;
            assert.ok(count >= 1 && count <= most);
            assert.ok(all.slice(from, next).reduce((sum, size) => sum + size, 0) <= room);
          }
          assert.equal(next, all.length);
        },
      ),
    );
  });

  it('counts bytes, not characters', async () => {
    const answer = (): { body: string } => ({ body: created('OK') });
    const { client, transport } = clientFor(answer, answer);
    const list = { $type: 'List', ListName: '中'.repeat(1_000_000) };
    const { status, calls } = await client.create([list, list]);
    assert.deepEqual(
      [status, calls.map(({ from, count }) => [from, count])],
      [
        'ok',
        [
          [0, 1],
          [1, 1],
        ],
      ],
    );
    const sent = transport.requests
      .slice(1)
      .map(({ body = '' }) => /<ListName>(.*)<\/ListName>/.exec(body)?.[1]);
    assert.deepEqual(sent, [list.ListName, list.ListName]);
  });

  it('refuses one object above the limit before anything is sent (C7)', async () => {
    const { client, transport } = clientFor();
    const large = { $type: 'DataExtensionObject', CustomerKey: 'k', Name: 'x'.repeat(5_000_000) };
    const objects = [...Array.from({ length: 60 }, () => ({ $type: 'List', ListName: 'a' })), large];
    await assert.rejects(client.create(objects), failsWith('invalid-request', /Object 61 takes 5\.0 MB/));
    assert.equal(transport.requests.length, 0);
  });
});
