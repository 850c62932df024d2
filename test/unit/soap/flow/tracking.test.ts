/** Queued requests are followed to their end, and Describe is asked once. */
import assert from 'node:assert/strict';
import type { RequestProgress } from '../../../../src/soap/index.ts';
import { HurriedTimer } from '../../../support/manualTimer.ts';
import { clientFor, failsWith, retrieved } from '../../../support/scriptedClient.ts';
import { envelope, message } from '../../../support/scriptedTransport.ts';

const request = (content: string) =>
  retrieved('OK', 'r', `<Results xsi:type="AsyncRequestResult">${content}</Results>`);
const item = (ordinal: number, code: string, more = ''): string =>
  `<Results xsi:type="ResultItem"><StatusCode>${code}</StatusCode><StatusMessage>m</StatusMessage><OrdinalID>${String(ordinal)}</OrdinalID>${more}</Results>`;

describe('queued requests', () => {
  it('are followed until the service is done, then each object is told (G6)', async () => {
    const timer = new HurriedTimer();
    const { client } = clientFor(
      retrieved('OK', 'r'),
      request('<Status>Queued</Status>'),
      request(
        '<Status>Complete</Status><CompleteDate>2030-01-02T03:04:05</CompleteDate><CallStatus>OK</CallStatus><CallMessage/>',
      ),
      retrieved('OK', 'r', item(1, 'Error', '<ErrorCode>12002</ErrorCode>'), item(0, 'OK')),
    );
    const seen: RequestProgress[] = [];
    for await (const progress of client.followRequest('q-1', { timer })) seen.push(progress);
    assert.deepEqual(
      seen.map(({ serviceStatus, done }) => [serviceStatus, done]),
      [
        ['', false],
        ['Queued', false],
        ['Complete', true],
      ],
    );
    assert.equal(seen[2]?.outcome, 'partial');
    assert.deepEqual(
      seen[2].results.map(({ ordinal, ok, errorCode }) => [ordinal, ok, errorCode]),
      [
        [0, true, undefined],
        [1, false, 12002],
      ],
    );
    assert.deepEqual(timer.waits, [2000, 3000]);
  });

  it('that fail as a whole say so', async () => {
    const { client } = clientFor(
      request('<Status>Error</Status><CallStatus>Error</CallStatus><CallMessage>no</CallMessage>'),
      retrieved('OK', 'r'),
    );
    const progress = (await client.followRequest('q-1').next()).value as RequestProgress;
    assert.equal(progress.outcome, 'failed');
    assert.equal(progress.callMessage, 'no');
  });

  it('are given up after a while, and can be left', async () => {
    const timer = new HurriedTimer();
    const queued = request('<Status>Queued</Status>');
    const { client } = clientFor(queued, queued, queued, queued);
    const follow = async (): Promise<void> => {
      for await (const { done } of client.followRequest('q-1', { timer, patience: 10_000 })) assert.ok(!done);
    };
    await assert.rejects(follow(), failsWith('timed-out', /q-1.*Queued.*goes on/));
    const left = clientFor(queued);
    const leaving = new AbortController();
    const following = left.client.followRequest('q-1', { signal: leaving.signal });
    await following.next();
    const next = following.next();
    setImmediate(() => leaving.abort());
    await assert.rejects(next, failsWith('cancelled'));
  });
});

describe('describe', () => {
  const described =
    (...types: readonly string[]) =>
    () => ({
      body: envelope(
        message(
          'DefinitionResponseMsg',
          types
            .map((type) => `<ObjectDefinition><ObjectType>${type}</ObjectType></ObjectDefinition>`)
            .join(''),
        ),
      ),
    });

  it('is asked once for each type, by however many, until it is to be fresh', async () => {
    const { client, transport } = clientFor(described('List'), described('Send'), described('List'));
    const [one, other] = await Promise.all([client.describe(['List']), client.describe(['List', 'Nothing'])]);
    assert.deepEqual(one, other);
    assert.equal(transport.requests.length, 3);
    await client.describe(['List', 'Nothing']);
    assert.equal(transport.requests.length, 3);
    await client.describe(['List'], { fresh: true });
    assert.equal(transport.requests.length, 4);
  });

  it('is asked for each business unit by itself', async () => {
    const { client, transport } = clientFor(described('List'), described('List'));
    await client.describe(['List']);
    for (let time = 0; time < 2; time += 1) await client.describe(['List'], { businessUnit: 7 });
    assert.equal(transport.requests.length, 3);
    assert.match(transport.requests.at(-1)?.body ?? '', /<Client><ID>7<\/ID><\/Client><ObjectType>List</);
  });

  it('is asked again after it has failed; one who leaves takes nothing from the others', async () => {
    const broken = () => ({ body: '<rss/>' });
    const { client } = clientFor(broken, described('List'));
    await assert.rejects(client.describe(['List']), failsWith('not-soap'));
    const leaving = new AbortController();
    const left = client.describe(['List'], { signal: leaving.signal });
    const stays = client.describe(['List']);
    leaving.abort();
    await assert.rejects(left, failsWith('cancelled'));
    assert.equal((await stays)[0]?.objectType, 'List');
  });
});
