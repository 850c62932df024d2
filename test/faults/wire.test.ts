/** Whatever a server does: the right code, no hang, no leak, and nothing sent twice that may have been acted on. */
import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import {
  createFlow,
  givenToken,
  MarketingCloudError,
  NodeTransport,
  SoapClient,
  type ErrorCode,
} from '../../src/soap/index.ts';
import { closedAddress } from '../support/closedPort.ts';
import { HurriedTimer } from '../support/manualTimer.ts';
import { startRawServer, type RawServer } from '../support/rawServer.ts';
import { answerOf, plainRow } from '../support/rowDocuments.ts';
import { query } from '../support/scriptedClient.ts';
import { http, wireFaults, type WireFault } from './answers.ts';

/** Of a server that goes silent, and of all others, which must never come to it. */
const shortTimeout = 150;
const longTimeout = 10_000;

interface Meeting {
  readonly client: SoapClient;
  readonly transport: NodeTransport;
}

function meet(soapAddress: string, timeout = longTimeout): Meeting {
  const transport = new NodeTransport({ proxy: 'none' });
  // Waits between attempts are over at once; those for the server are real, and short.
  const flow = createFlow({ timer: new HurriedTimer() });
  const timeouts = { synchronous: timeout, asynchronous: timeout, retrieve: timeout };
  const tokens = givenToken({ value: 't', soapAddress });
  return { client: new SoapClient({ tokens, transport, flow, timeouts }), transport };
}

async function codeOf(work: Promise<unknown>): Promise<ErrorCode | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof MarketingCloudError) return error.code;
    throw error;
  }
}

async function allRows(client: SoapClient): Promise<number> {
  let rows = 0;
  const rowsQuery = { objectType: 'DataExtensionObject[k]', properties: ['Id'] };
  for await (const page of client.retrieveRows(rowsQuery)) rows += page.rowCount;
  return rows;
}

/** Sockets and timers of the process: what a test began has to be gone after it. */
function resources(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => name === 'Timeout' || name.startsWith('TCP'))
    .sort();
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

async function withServer(
  fault: WireFault,
  work: (server: RawServer, meeting: Meeting) => Promise<void>,
): Promise<void> {
  const server = await startRawServer(fault.answer);
  const meeting = meet(server.address, fault.code === 'timed-out' ? shortTimeout : longTimeout);
  try {
    await work(server, meeting);
  } finally {
    await meeting.transport.close();
    await server.stop();
  }
}

describe('faults on the wire', () => {
  const objects = [{ $type: 'List', ListName: 'x' }];

  for (const fault of wireFaults) {
    it(`${fault.name}: ${fault.code ?? 'read all the same'}`, async () => {
      // Mocha's own timer of the test begins when the test first waits.
      await new Promise((resolve) => setImmediate(resolve));
      const before = resources();
      await withServer(fault, async (server, { client }) => {
        assert.equal(await codeOf(client.retrieveAll(query)), fault.code);
        assert.equal(server.count(), fault.reads, 'attempts of a read');
        assert.equal(await codeOf(allRows(client)), fault.code);
        assert.equal(server.count(), 2 * fault.reads, 'attempts of a read of rows');
        const code = await codeOf(client.create(objects));
        assert.ok(fault.code === undefined || code === fault.code, code);
        assert.equal(server.count(), 2 * fault.reads + 1, 'a write is sent once');
      });
      await until(() => resources().join() === before.join());
    });
  }

  it('nobody there: connection-failed, and a write is tried again as it never arrived', async () => {
    const attempts: number[] = [];
    const { client, transport } = meet(await closedAddress());
    const onAttempt = ({ attempt }: { attempt: number }): void => void attempts.push(attempt);
    assert.equal(await codeOf(client.create(objects, { onAttempt })), 'connection-failed');
    assert.deepEqual(attempts, [1, 2, 3]);
    await transport.close();
  });

  it('no such host: host-not-found', async () => {
    const { client, transport } = meet('http://no-such-host.invalid/');
    assert.equal(await codeOf(client.retrieveAll(query)), 'host-not-found');
    await transport.close();
  });

  it('no TLS where it should be: tls-failed', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { client, transport } = meet(`https://127.0.0.1:${String(port)}/`);
    assert.equal(await codeOf(client.retrieveAll(query)), 'tls-failed');
    await transport.close();
    server.close();
  });

  /** A server whose every answer is the same page of rows, under an id that `idOf` makes of its number. */
  function pagesWith(idOf: (page: number) => string, pages = Infinity): WireFault {
    let page = 0;
    const row = plainRow(['Id'], ['same']);
    return {
      ...{ name: '', reads: 1 },
      answer: (socket) => {
        page += 1;
        socket.end(http(answerOf([row], page < pages ? 'MoreDataAvailable' : 'OK', idOf(page))));
      },
    };
  }

  it('a page that comes again under its RequestID for ever: page-repeated', async () => {
    await withServer(
      pagesWith(() => 'id'),
      async (server, { client }) => {
        assert.equal(await codeOf(allRows(client)), 'page-repeated');
        assert.ok(server.count() <= 3, `${String(server.count())} requests`);
        const asked = server.count();
        assert.equal(await codeOf(client.retrieveAll(query)), 'page-repeated');
        assert.ok(server.count() - asked <= 3, `${String(server.count())} requests`);
      },
    );
  });

  it('a page that looks like the one before it, under another RequestID, is another page', async () => {
    await withServer(
      pagesWith((page) => `id-${String(page)}`, 5),
      async (server, { client }) => {
        assert.equal(await allRows(client), 5);
        assert.equal(server.count(), 5);
      },
    );
  });

  it('a signal reaches the socket: the server sees the connection go', async () => {
    let closed = false;
    const leaving = new AbortController();
    const answer: WireFault['answer'] = (socket) => {
      socket.on('close', () => (closed = true));
      socket.write(http('x'.repeat(100)).subarray(0, -50), () => setImmediate(() => leaving.abort()));
    };
    await withServer({ name: '', answer, reads: 1 }, async (server, { client }) => {
      assert.equal(
        await codeOf(client.create(objects, { signal: leaving.signal, timeout: 10_000 })),
        'cancelled',
      );
      await until(() => closed);
      assert.equal(server.count(), 1);
    });
  });
});
