/** HTTP as it goes wrong: every failure is told by its code, and nothing is left hanging. */
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  MarketingCloudError,
  NodeTransport,
  type ErrorCode,
  type HttpRequest,
} from '../../../src/soap/index.ts';
import { closedAddress } from '../../support/closedPort.ts';
import { startRawServer } from '../../support/rawServer.ts';

const body = '<answer>ä</answer>';

function http(content: string | Buffer, ...headers: readonly string[]): Buffer {
  const bytes = Buffer.from(content);
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/xml',
    `Content-Length: ${String(bytes.length)}`,
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]);
}

/** Sends one request to a server that behaves in a certain way, and reads the answer to its end. */
async function ask(answer: (socket: Socket) => void, options: Partial<HttpRequest> = {}): Promise<string> {
  const server = await startRawServer(answer);
  const transport = new NodeTransport();
  try {
    const request = {
      method: 'POST',
      url: `${server.address}x?y=1`,
      headers: {},
      body: 'q',
      timeout: 5000,
    } as const;
    const response = await transport.send({ ...request, ...options });
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    assert.ok(server.count() <= 1, 'sent more than once');
    await transport.close();
    await server.stop();
  }
}

async function failsWith(code: ErrorCode, asking: Promise<string>): Promise<void> {
  await assert.rejects(asking, (error) => {
    assert.equal(error instanceof MarketingCloudError ? error.code : String(error), code);
    return true;
  });
}

describe('transport', () => {
  it('reads an answer, compressed or not', async () => {
    assert.equal(await ask((socket) => socket.end(http(body))), body);
    const compressed = http(gzipSync(body), 'Content-Encoding: gzip');
    assert.equal(await ask((socket) => socket.end(compressed)), body);
  });

  it('tells a connection that breaks, wherever it breaks', async () => {
    await failsWith(
      'connection-lost',
      ask((socket) => socket.destroy()),
    );
    await failsWith(
      'connection-lost',
      ask((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-')),
    );
    await failsWith(
      'connection-lost',
      ask((socket) => socket.end(http(body).subarray(0, -4))),
    );
  });

  it('tells what is no HTTP, and what is not as it says', async () => {
    await failsWith(
      'not-soap',
      ask((socket) => socket.end('220 smtp.example ESMTP\r\n')),
    );
    await failsWith(
      'malformed-answer',
      ask((socket) => socket.end(http('no gzip', 'Content-Encoding: gzip'))),
    );
    const cut = http(gzipSync(body.repeat(100)).subarray(0, 20), 'Content-Encoding: gzip');
    await failsWith(
      'malformed-answer',
      ask((socket) => socket.end(cut)),
    );
  });

  it('gives up on a server that says nothing, before the answer and within it', async () => {
    await failsWith(
      'timed-out',
      ask(() => undefined, { timeout: 100 }),
    );
    const half = http(body).subarray(0, -4);
    await failsWith(
      'timed-out',
      ask((socket) => socket.write(half), { timeout: 100 }),
    );
  });

  it('is cancelled before, while waiting, and while reading', async () => {
    await failsWith(
      'cancelled',
      ask((socket) => socket.end(http(body)), { signal: AbortSignal.abort() }),
    );
    const waiting = new AbortController();
    await failsWith(
      'cancelled',
      ask(() => waiting.abort(), { signal: waiting.signal }),
    );
    const reading = new AbortController();
    const start = (socket: Socket): void => {
      socket.write(http(body).subarray(0, -4), () => setImmediate(() => reading.abort()));
    };
    await failsWith('cancelled', ask(start, { signal: reading.signal }));
  });

  it('fails at once where nobody listens', async () => {
    await failsWith(
      'connection-failed',
      ask(() => undefined, { url: await closedAddress() }),
    );
  });
});
