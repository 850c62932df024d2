/** The HTTP server of the sandbox: sockets, bodies and compression. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';
import type { Mishap } from '../faults/strike.ts';
import { textReply, type HttpReply, type HttpRequest } from './exchange.ts';

/** Larger requests are refused. */
const largestBody = 30 * 1024 * 1024;

/** Clients keep connections for reuse; a server that closes them sooner than they expect breaks their next request. */
const keepAlive = 65_000;

export interface Listener {
  readonly port: number;
  /** Closes every connection. */
  close(): Promise<void>;
}

/**
 * Listens on an address.
 * @param port 0 for any free one.
 * @throws Error of the system, with its code, when the port cannot be had.
 */
export async function listen(
  { port, host }: { readonly port: number; readonly host: string },
  answer: (request: HttpRequest) => HttpReply,
): Promise<Listener> {
  const server = createServer((message, response) => {
    serve(message, response, answer).catch(() => {
      // The other side went away, or the reply broke in the middle: only cutting it off tells that it is not whole.
      response.destroy();
    });
  });
  server.keepAliveTimeout = keepAlive;
  server.headersTimeout = keepAlive + 1000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { port: portOf(server), close: () => close(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // An error here says that it is closed already.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  answer: (request: HttpRequest) => HttpReply,
): Promise<void> {
  const body = await readBody(message);
  if (body === undefined) {
    await send(textReply(413, 'Request Entity Too Large', { Connection: 'close' }), message, response);
    return;
  }
  const [path = '/', query = ''] = (message.url ?? '/').split('?', 2);
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  const request = { method: message.method ?? '', path, query: new URLSearchParams(query), headers, body };
  const reply = answer(request);
  if (reply.mishap === undefined) await send(reply, message, response);
  else await sendWithMishap(reply, reply.mishap, message, response);
}

/** The body; undefined when it is too large. It is read to its end either way, or the refusal could not be sent. */
async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > largestBody) parts = [];
    else parts.push(part);
  }
  return length > largestBody ? undefined : Buffer.concat(parts, length);
}

/** Sends a reply late, in part, or not at all. */
async function sendWithMishap(
  reply: HttpReply,
  { delay, cut }: Mishap,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Unreferenced: a sandbox that stops does not wait for it.
  if (delay > 0) await sleep(delay, undefined, { ref: false });
  if (cut === undefined) {
    await send(reply, message, response);
  } else if (cut === 'dropped') {
    response.destroy();
  } else {
    const whole = typeof reply.body === 'string' ? Buffer.from(reply.body) : Buffer.concat([...reply.body]);
    response.writeHead(reply.status, { 'Content-Type': reply.contentType, 'Content-Length': whole.length });
    response.write(whole.subarray(0, whole.length >> 1), () => response.destroy());
  }
}

async function send(reply: HttpReply, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const zipped = /\bgzip\b/.test(message.headers['accept-encoding']?.toString() ?? '');
  response.statusCode = reply.status;
  response.setHeader('Content-Type', reply.contentType);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  if (typeof reply.body === 'string' && !zipped) {
    response.end(Buffer.from(reply.body));
    return;
  }
  const pieces = typeof reply.body === 'string' ? [Buffer.from(reply.body)] : reply.body;
  const source = Readable.from(pieces, { objectMode: false });
  if (zipped) await pipeline(source, createGzip({ level: constants.Z_BEST_SPEED }), response);
  else await pipeline(source, response);
}
