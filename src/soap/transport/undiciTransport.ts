/** HTTP over undici's connection pools: kept connections, gzip, time-outs, and a signal that reaches the socket. */
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Dispatcher, Pool } from 'undici';
import request from 'undici/lib/api/api-request.js';
import PoolConstructor from 'undici/lib/dispatcher/pool.js';
import { networkError } from './networkError.ts';
import type { HttpRequest, HttpResponse, Transport } from './transport.ts';

/** The vendor's advice is at most 20 synchronous calls at once. */
const maxConnections = 20;
const connectTimeout = 10_000;

/** A transport with pools of its own, one for each origin. */
export class UndiciTransport implements Transport {
  private readonly pools = new Map<string, Pool>();

  async send(httpRequest: HttpRequest): Promise<HttpResponse> {
    const { method, url, headers, body, timeout, signal } = httpRequest;
    const { origin, pathname, search } = new URL(url);
    try {
      const response = await request.call(this.poolFor(origin), {
        method,
        path: `${pathname}${search}`,
        headers: { 'accept-encoding': 'gzip', ...headers },
        body: body ?? null,
        headersTimeout: timeout,
        bodyTimeout: timeout,
        ...(signal === undefined ? {} : { signal }),
      });
      return { status: response.statusCode, headers: flatten(response.headers), body: read(response, url) };
    } catch (error) {
      throw networkError(error, url);
    }
  }

  async close(): Promise<void> {
    const pools = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }

  private poolFor(origin: string): Pool {
    let pool = this.pools.get(origin);
    if (pool === undefined) {
      pool = new PoolConstructor(origin, {
        connections: maxConnections,
        connect: { timeout: connectTimeout },
      });
      this.pools.set(origin, pool);
    }
    return pool;
  }
}

async function* read(response: Dispatcher.ResponseData, url: string): AsyncGenerator<Uint8Array> {
  const { body, headers } = response;
  // The callback is there because a pipeline without one throws what its reader is told anyway.
  const stream =
    headers['content-encoding'] === 'gzip' ? pipeline(body, createGunzip(), () => undefined) : body;
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    throw networkError(error, url);
  } finally {
    body.destroy();
  }
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
