/** What the client needs of HTTP. Everything above it is told of failures by MarketingCloudError alone. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds without a sign of the server, before the answer and within it. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, decompressed. It must be read to its end, or left by `return` or `throw`, to free the connection. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Milliseconds that making the connection took; 0 when there was one. */
  readonly connect?: number | undefined;
}

/** Sends requests over connections that it keeps. Safe for any number of requests at once. */
export interface Transport {
  /** @throws MarketingCloudError `cancelled`, `timed-out`, or one of the network codes. */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Closes all connections; requests under way fail. */
  close(): Promise<void>;
}

/** Reads a body into one text. For answers that are known to be small. */
export async function readText(response: HttpResponse): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
