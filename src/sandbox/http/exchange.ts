/** A request and a reply of the sandbox's HTTP server, apart from sockets and streams. */
import type { Mishap } from '../faults/strike.ts';

export interface HttpRequest {
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name; where a name came twice, the values are joined. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  /** The whole text, or its bytes in pieces, made while they are sent. */
  readonly body: string | Iterable<Buffer>;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What goes wrong with it on its way out. */
  readonly mishap?: Mishap;
}

export function jsonReply(status: number, value: unknown): HttpReply {
  // The token endpoint's answers must not be kept by anybody (RFC 6749, 5.1); the others gain nothing from it.
  const headers = { 'Cache-Control': 'no-store' };
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value), headers };
}

export function textReply(status: number, text: string, headers: Record<string, string> = {}): HttpReply {
  return { status, contentType: 'text/plain; charset=utf-8', body: text, headers };
}

/** The media type of a Content-Type header, in lower case and without parameters. */
export function mediaTypeOf(request: HttpRequest): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
