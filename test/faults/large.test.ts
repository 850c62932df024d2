/** Answers without measure: read without stopping the rest of the process, or refused once they are too large. */
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { givenToken, NodeTransport, SoapClient } from '../../src/soap/index.ts';
import { answerOf, plainRow } from '../support/rowDocuments.ts';
import { startRawServer } from '../support/rawServer.ts';
import { failsWith } from '../support/scriptedClient.ts';

const columns = ['Id', 'Text'];
const rowsQuery = { objectType: 'DataExtensionObject[k]', properties: columns };
const [head = '', tail = ''] = answerOf(['|']).split('|');
const rows = plainRow(columns, ['007', 'x'.repeat(4000)]).repeat(100);

/** Sends a head, so many times the rows, and a tail, as fast as they are taken. */
function pour(socket: Socket, times: number): void {
  let sent = 0;
  const next = (): void => {
    while (sent < times) {
      sent += 1;
      if (!socket.write(rows)) {
        socket.once('drain', next);
        return;
      }
    }
    socket.end(tail);
  };
  socket.write(`HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n${head}`);
  next();
}

async function withPouring(
  times: number,
  options: object,
  work: (client: SoapClient) => Promise<void>,
): Promise<void> {
  const server = await startRawServer((socket) => pour(socket, times));
  const transport = new NodeTransport({ proxy: 'none' });
  const tokens = givenToken({ value: 't', soapAddress: server.address });
  try {
    await work(new SoapClient({ tokens, transport, ...options }));
  } finally {
    await transport.close();
    await server.stop();
  }
}

describe('large answers', () => {
  it('of 100 MB are read to the end, and the event loop goes on', async () => {
    const times = Math.ceil(100_000_000 / Buffer.byteLength(rows));
    await withPouring(times, {}, async (client) => {
      const monitor = monitorEventLoopDelay({ resolution: 1 });
      monitor.enable();
      let count = 0;
      for await (const page of client.retrieveRows(rowsQuery)) {
        count += page.rowCount;
        assert.equal(page.cell(page.rowCount - 1, 0), '007');
      }
      monitor.disable();
      assert.equal(count, times * 100);
      // Generous, as other work may run on this machine: parsers that stop the loop stop it for seconds.
      assert.ok(monitor.max / 1e6 < 1000, `${String(monitor.max / 1e6)} ms`);
    });
  });

  it('above the limit are left, and their connection with them', async () => {
    await withPouring(Infinity, { maxAnswerBytes: 5_000_000 }, async (client) => {
      const read = async (): Promise<void> => {
        for await (const page of client.retrieveRows(rowsQuery)) assert.ok(page);
      };
      await assert.rejects(read(), failsWith('answer-too-large', /5 MB/));
      await assert.rejects(client.send('Retrieve', '<x/>'), failsWith('answer-too-large'));
    });
  });
});
