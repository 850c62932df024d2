/** The sandbox as an HTTP server: what it serves, to whom, and in which form. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { Journal } from '../../../src/sandbox/journal.ts';
import { readWsdl } from '../../../src/catalogue/wsdl/index.ts';
import { manualClock, type SandboxConnection } from '../../../src/sandbox/index.ts';
import { envelope, post, startSandbox, textOf, type TestSandbox } from '../../support/sandbox.ts';

describe('sandbox server', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  after(() => sandbox.stop());

  const get = (path: string, init?: RequestInit): Promise<Response> => fetch(sandbox.address + path, init);

  /** A raw request, for what fetch would not send. */
  const raw = (
    options: { path: string; method?: string; headers?: Record<string, string> },
    body = '',
  ): Promise<{ status: number; body: Buffer; encoding: string | undefined }> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(sandbox.address);
      const call = request({ host: '127.0.0.1', port, ...options }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts),
            encoding: response.headers['content-encoding'],
          }),
        );
      });
      call.once('error', reject);
      call.end(body);
    });

  it('tells how to connect to it', async () => {
    const connection = (await (await get('/_sandbox/connection')).json()) as SandboxConnection;
    assert.deepEqual(connection, sandbox.connection);
    assert.equal(connection.address, sandbox.address);
    assert.deepEqual(
      connection.businessUnits.map(({ name }) => name),
      ['Northwind Outfitters', 'Northwind UK', 'Northwind Germany'],
    );
    assert.equal(connection.businessUnits[0]?.mid, connection.enterpriseId);
  });

  it('shows its journal, newest last, and no more than a thousand entries', async () => {
    await sandbox.call('GetSystemStatus', '<SystemStatusRequestMsg/>');
    const journal = (await (await get('/_sandbox/journal')).json()) as unknown[];
    assert.deepEqual(journal.at(-1), {
      number: journal.length,
      at: '2030-05-16T18:00:00.000Z',
      operation: 'GetSystemStatus',
      mid: 100_000_001,
      outcome: 'OK',
      problems: [],
    });
    const full = new Journal();
    for (let number = 0; number < 1100; number++) {
      full.add({ at: '', operation: 'Retrieve', mid: number, outcome: 'OK', problems: [] });
    }
    assert.deepEqual([full.all().length, full.all().at(-1)?.mid], [1000, 1099]);
  });

  it('serves a WSDL that leads back to itself', async () => {
    const response = await get('/etframework.wsdl');
    const text = await response.text();
    assert.equal(response.headers.get('content-type'), 'text/xml; charset=utf-8');
    assert.ok(text.includes(`location="${sandbox.address}/Service.asmx"`));
    assert.equal(Object.keys(readWsdl(text).operations).length, 13);
  });

  it('keeps its own pages from web pages of other names', async () => {
    const asked = (host: string): Promise<{ status: number }> =>
      raw({ path: '/_sandbox/connection', headers: { host } });
    assert.equal((await asked('evil.example')).status, 403);
    assert.equal((await asked('localhost:1')).status, 200);
  });

  it('answers 404, 405 and 415 outside its doors', async () => {
    assert.equal((await get('/nope')).status, 404);
    assert.equal((await get('/Service.asmx')).status, 405);
    assert.equal(
      (
        await get('/SERVICE.asmx', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        })
      ).status,
      415,
    );
    assert.equal(
      (
        await get('/Service.asmx', {
          method: 'POST',
          headers: { 'content-type': 'text/xml; charset=latin1' },
          body: '<a/>',
        })
      ).status,
      400,
    );
    const broken = await post(
      sandbox,
      { 'content-type': 'text/xml' },
      new Uint8Array([0x3c, 0x61, 0xff, 0x2f, 0x3e]),
    );
    assert.equal(broken.status, 400);
  });

  it('refuses more than 30 MB', async () => {
    const headers = { 'content-type': 'text/xml', soapaction: 'Retrieve' };
    const { status } = await raw(
      { path: '/Service.asmx', method: 'POST', headers },
      'x'.repeat(30 * 1024 * 1024 + 1),
    );
    assert.equal(status, 413);
    assert.equal((await get('/_sandbox/journal')).status, 200);
  });

  it('packs answers where that is asked for, large and small', async () => {
    const token = await sandbox.token();
    const message = (content: string): string =>
      envelope(
        token,
        `<RetrieveRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI"><RetrieveRequest>${content}</RetrieveRequest></RetrieveRequestMsg>`,
      );
    for (const type of ['BusinessUnit', 'Subscriber']) {
      const body = message(`<ObjectType>${type}</ObjectType><Properties>ID</Properties>`);
      const options = {
        path: '/Service.asmx',
        method: 'POST',
        headers: { 'content-type': 'text/xml', soapaction: 'Retrieve' },
      };
      const plain = await raw(options, body);
      const packed = await raw(
        { ...options, headers: { ...options.headers, 'accept-encoding': 'deflate, gzip;q=0.9' } },
        body,
      );
      assert.deepEqual([plain.encoding, packed.encoding], [undefined, 'gzip']);
      const results = (text: string): string | undefined => /<Results.*<\/Results>/s.exec(text)?.[0];
      assert.equal(results(gunzipSync(packed.body).toString()), results(plain.body.toString()));
      assert.ok(packed.body.length < plain.body.length);
    }
  });

  it('goes on when a client breaks off in the middle of an answer', async () => {
    const token = await sandbox.token();
    const text = envelope(
      token,
      '<RetrieveRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI"><RetrieveRequest><ObjectType>DataExtensionObject[Customers]</ObjectType><Properties>Notes</Properties><Properties>CustomerKey</Properties></RetrieveRequest></RetrieveRequestMsg>',
    );
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(new URL(sandbox.address).port), '127.0.0.1');
      socket.once('error', reject);
      socket.once('data', () => socket.destroy());
      socket.once('close', () => resolve());
      socket.write(
        `POST /Service.asmx HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nSOAPAction: Retrieve\r\nContent-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`,
      );
    });
    assert.equal(
      textOf((await sandbox.call('GetSystemStatus', '<SystemStatusRequestMsg/>')).message, 'SystemStatus'),
      'OK',
    );
  });

  it('gives up its port and its connections when it stops, once or twice', async () => {
    const other = await startSandbox({ seed: 'empty' });
    await other.call('GetSystemStatus', '<SystemStatusRequestMsg/>');
    await Promise.all([other.stop(), other.stop()]);
    await other.stop();
    await assert.rejects(fetch(other.address));
    const again = await startSandbox({ seed: 'empty', port: Number(new URL(other.address).port) });
    await again.stop();
  });

  it('says when its port is taken', async () => {
    await assert.rejects(startSandbox({ seed: 'empty', port: Number(new URL(sandbox.address).port) }), {
      code: 'EADDRINUSE',
    });
  });
});
