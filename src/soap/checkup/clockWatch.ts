/** A transport that notes, on the way, what time the other side says it is. */
import type { HttpRequest, HttpResponse, Transport } from '../transport/transport.ts';

export class ClockWatch implements Transport {
  private readonly inner: Transport;
  private readonly now: () => number;
  /** Milliseconds that this machine is ahead; undefined before an answer told. */
  ahead: number | undefined;

  constructor(inner: Transport, now: () => number) {
    this.inner = inner;
    this.now = now;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const asked = this.now();
    const response = await this.inner.send(request);
    const said = Date.parse(response.headers['date'] ?? '');
    if (!Number.isNaN(said)) this.ahead = distance(said, asked, this.now());
    return response;
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

/** The header tells whole seconds, of some moment between question and answer: within both there is no difference. */
function distance(said: number, asked: number, answered: number): number {
  if (asked >= said + 1000) return asked - said - 999;
  return answered < said ? answered - said : 0;
}
