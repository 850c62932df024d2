/** Watches one HTTP exchange: ends it when its caller leaves, or when nothing has come for too long. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { MarketingCloudError } from '../errors.ts';
import { cancelled } from '../flow/timer.ts';
import type { HttpRequest } from './transport.ts';

/** A machine that is there takes a connection within seconds, however long it then works on a request. */
const connectTimeout = 10_000;

export class IdleWatch {
  /** Milliseconds that making the connection took; 0 when there was one. */
  connect: number | undefined;
  /** Why the exchange was ended from here; undefined when it was not. */
  reason: MarketingCloudError | undefined;
  private readonly timeout: number;
  private readonly signal: AbortSignal | undefined;
  private readonly started = performance.now();
  private timer: NodeJS.Timeout | undefined;
  /** Since when something has to come; undefined while nothing has to. */
  private expectedSince: number | undefined;
  private destroy: (reason: Error) => void = () => undefined;
  private readonly leave = (): void => this.end(cancelled());

  constructor(timeout: number, signal: AbortSignal | undefined) {
    this.timeout = timeout;
    this.signal = signal;
    if (signal?.aborted === true) throw cancelled();
  }

  /** Sends a request and waits for the headers of its answer. */
  async response(request: ClientRequest, body: HttpRequest['body']): Promise<IncomingMessage> {
    this.signal?.addEventListener('abort', this.leave, { once: true });
    this.destroy = (reason) => request.destroy(reason);
    this.arm(connectTimeout, () => this.end(notConnected(request.host)));
    request.once('socket', (socket) => this.whenConnected(socket, request.reusedSocket));
    request.end(body);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.on('error', (error) => reject(this.reason ?? error));
    });
    this.disarm();
    // A request that is destroyed after its answer began does not tell the answer why.
    this.destroy = (reason) => response.destroy(reason);
    return response;
  }

  /** Something must come within the time-out. */
  expect(): void {
    this.expectedSince = performance.now();
    if (this.timer === undefined) this.watchFor(this.timeout);
  }

  /** Nothing has to come for now. The timer goes on: setting one for each piece of an answer takes longer than asking it. */
  pause(): void {
    this.expectedSince = undefined;
  }

  /** The exchange is over. */
  stop(): void {
    this.disarm();
    this.signal?.removeEventListener('abort', this.leave);
  }

  private watchFor(milliseconds: number): void {
    this.arm(milliseconds, () => {
      this.timer = undefined;
      if (this.expectedSince === undefined) return;
      const left = this.expectedSince + this.timeout - performance.now();
      if (left > 0) this.watchFor(left);
      else this.end(silent(this.timeout));
    });
  }

  private arm(milliseconds: number, callback: () => void): void {
    this.disarm();
    this.timer = setTimeout(callback, milliseconds);
  }

  private disarm(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private whenConnected(socket: Socket, isReused: boolean): void {
    const connected = (): void => {
      this.connect = isReused ? 0 : performance.now() - this.started;
      this.disarm();
      this.expect();
    };
    // A TLS socket is connected before it is secure.
    if ('encrypted' in socket && !isReused && !isSecure(socket)) socket.once('secureConnect', connected);
    else if (socket.connecting) socket.once('connect', connected);
    else connected();
  }

  private end(reason: MarketingCloudError): void {
    this.reason ??= reason;
    this.stop();
    this.destroy(this.reason);
  }
}

/** An agent may hand over a socket on which the handshake is done already. */
function isSecure(socket: Socket & { readonly secureConnecting?: boolean }): boolean {
  return socket.secureConnecting !== true;
}

function notConnected(host: string): MarketingCloudError {
  return new MarketingCloudError('connection-failed', `No connection to ${host} could be made.`, {
    host,
    notActedOn: true,
  });
}

function silent(timeout: number): MarketingCloudError {
  return new MarketingCloudError('timed-out', `Nothing came for ${String(timeout / 1000)} s.`, { timeout });
}
