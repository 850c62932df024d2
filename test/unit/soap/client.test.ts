/** The client's calls: pages, batches, and that nothing is sent twice. */
import assert from 'node:assert/strict';
import { clientFor, created, failsWith, list, query, retrieved } from '../../support/scriptedClient.ts';
import { envelope, message } from '../../support/scriptedTransport.ts';

describe('SOAP client', () => {
  it('follows pages with the newest request id, and decodes by type', async () => {
    const { client, transport } = clientFor(
      retrieved('MoreDataAvailable', 'r-1', list('a'), list('007')),
      retrieved('MoreDataAvailable', 'r-2', list('b')),
      retrieved('OK', 'r-3', list('c')),
    );
    const lists = await client.retrieveAll(query);
    assert.deepEqual(
      lists.map((object) => object['ListName']),
      ['a', '007', 'b', 'c'],
    );
    assert.deepEqual(lists[0], { $type: 'List', PartnerKey: null, ID: 7, ListName: 'a' });
    const bodies = transport.requests.slice(1).map((request) => request.body ?? '');
    assert.match(bodies[0] ?? '', /<ObjectType>List<\/ObjectType><Properties>ID<\/Properties>/);
    assert.match(bodies[1] ?? '', /<ContinueRequest>r-1<\/ContinueRequest>/);
    assert.match(bodies[2] ?? '', /<ContinueRequest>r-2<\/ContinueRequest>/);
    await transport.close();
  });

  it('never sends a write again when the connection breaks', async () => {
    const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    const { client, transport } = clientFor(() => ({ error: reset }));
    await assert.rejects(
      client.create([{ $type: 'List', ListName: 'x' }]),
      failsWith('connection-lost', /tenant\.soap/),
    );
    await transport.close();
  });

  it('stops when the same page comes again for ever', async () => {
    const again = retrieved('MoreDataAvailable', 'same', list('a'));
    const { client } = clientFor(again, again, again);
    await assert.rejects(client.retrieveAll(query), failsWith('page-repeated'));
  });

  it('goes on under one request id as long as the pages differ', async () => {
    const { client } = clientFor(
      retrieved('MoreDataAvailable', 'same', list('a')),
      retrieved('MoreDataAvailable', 'same', list('b')),
      retrieved('OK', 'same', list('b')).bind(null),
    );
    const pages: number[] = [];
    await assert.rejects(async () => {
      for await (const page of client.retrieve(query)) pages.push(page.length);
    }, failsWith('page-repeated'));
    assert.deepEqual(pages, [1, 1]);
  });

  it('says so when there is more but no way to it', async () => {
    const { client } = clientFor(() => ({
      body: envelope(message('RetrieveResponseMsg', '<OverallStatus>MoreDataAvailable</OverallStatus>')),
    }));
    await assert.rejects(client.retrieveAll(query), failsWith('malformed-answer', /how to ask/));
  });

  it('asks for no more pages than are read', async () => {
    const { client, transport } = clientFor(
      retrieved('MoreDataAvailable', 'r-1', list('a')),
      retrieved('MoreDataAvailable', 'r-2', list('b')),
    );
    for await (const page of client.retrieve(query)) {
      assert.equal(page.length, 1);
      break;
    }
    await transport.close();
  });

  it('writes in calls of 50 and joins the results in order (B9)', async () => {
    const codes = (count: number): string[] => Array.from({ length: count }, () => 'OK');
    const { client, transport } = clientFor(
      () => ({ body: created(...codes(50)) }),
      () => ({ body: created(...codes(49), 'Error') }),
      () => ({ body: created(...codes(3)) }),
    );
    const objects = Array.from({ length: 103 }, (_, index) => ({ $type: 'List', ListName: String(index) }));
    const outcome = await client.create(objects);
    assert.equal(outcome.status, 'partial');
    assert.deepEqual(
      outcome.results.map((result) => result.ordinal),
      objects.map((_, index) => index),
    );
    assert.deepEqual(
      outcome.results.filter((result) => !result.ok).map((result) => result.ordinal),
      [99],
    );
    const sent = transport.requests.slice(1).map(({ body = '' }) => body.split('<Objects ').length - 1);
    assert.deepEqual(sent, [50, 50, 3]);
  });

  it('keeps the results that it has when a later call fails', async () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    const { client } = clientFor(
      () => ({ body: created(...Array.from({ length: 50 }, () => 'OK')) }),
      () => ({ error: reset }),
    );
    const objects = Array.from({ length: 150 }, () => ({ $type: 'List', ListName: 'x' }));
    const outcome = await client.create(objects);
    assert.equal(outcome.status, 'interrupted');
    assert.equal(outcome.results.length, 50);
    assert.equal(outcome.interruption?.unknownFrom, 50);
    assert.equal(outcome.interruption.unsentFrom, 100);
    assert.equal(outcome.interruption.error.code, 'connection-lost');
  });
});
