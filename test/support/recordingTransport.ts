/** A transport that keeps what went over the wire, so that a test can have it judged by others. */
import type { HttpRequest, HttpResponse, Transport } from '../../src/soap/index.ts';
import { asText, type SentRequest } from './scriptedTransport.ts';

export interface RecordedExchange {
  readonly request: SentRequest;
  readonly status: number;
  /** The body as it was received; complete once it has been read. */
  readonly answer: () => string;
}

export class RecordingTransport implements Transport {
  readonly exchanges: RecordedExchange[] = [];
  private readonly inner: Transport;

  constructor(inner: Transport) {
    this.inner = inner;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const response = await this.inner.send(request);
    const chunks: Uint8Array[] = [];
    this.exchanges.push({
      request: asText(request),
      status: response.status,
      answer: () => Buffer.concat(chunks).toString('utf8'),
    });
    return { ...response, body: keep(response.body, chunks) };
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

async function* keep(body: AsyncIterable<Uint8Array>, chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    chunks.push(chunk);
    yield chunk;
  }
}

/** The child of the SOAP body of an envelope, with the declarations that it needs to stand alone. */
export function bodyOf(envelope: string): string {
  const inside = /<(?:\w+:)?Body[^>]*>(.*)<\/(?:\w+:)?Body>/s.exec(envelope)?.[1] ?? '';
  return inside.replace(/^<([\w:]+)/, '<$1 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"');
}
