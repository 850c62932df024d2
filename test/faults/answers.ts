/** The ways in which an answer can go wrong on the wire, as bytes of a server that behaves so. */
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { ErrorCode } from '../../src/soap/index.ts';
import { envelope, message } from '../support/scriptedTransport.ts';

export interface WireFault {
  readonly name: string;
  readonly answer: (socket: Socket) => void;
  /** What a call fails with; undefined when the answer is good all the same. */
  readonly code?: ErrorCode;
  /** Attempts that a read makes of it: 3 when it may pass, 1 when it cannot. */
  readonly reads: number;
}

/** A good answer to any retrieve. */
const good = envelope(
  message('RetrieveResponseMsg', '<OverallStatus>OK</OverallStatus><RequestID>r</RequestID>'),
);

/** A whole HTTP answer. */
export function http(body: string | Buffer, ...headers: readonly string[]): Buffer {
  const bytes = Buffer.from(body);
  const all = ['HTTP/1.1 200 OK', 'Connection: close', `Content-Length: ${String(bytes.length)}`, ...headers];
  if (!headers.some((header) => header.startsWith('Content-Type'))) all.push('Content-Type: text/xml');
  return Buffer.concat([Buffer.from(`${all.join('\r\n')}\r\n\r\n`), bytes]);
}

/** An answer whose end is that of the connection. */
function untilClose(body: string): string {
  return `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n${body}`;
}

const ends =
  (bytes: Buffer | string): WireFault['answer'] =>
  (socket) =>
    socket.end(bytes);

/** Sends what it has, and breaks off. */
const resets =
  (bytes: Buffer | string): WireFault['answer'] =>
  (socket) =>
    socket.write(bytes, () => setImmediate(() => socket.resetAndDestroy()));

/** Sends what it has, and nothing more. */
const stalls =
  (bytes: Buffer | string): WireFault['answer'] =>
  (socket) => {
    if (bytes.length > 0) socket.write(bytes);
  };

const html = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>hello</body></html>';
const doctype = (declaration: string, use: string): string =>
  `<?xml version="1.0"?><!DOCTYPE x [${declaration}]>${envelope(`<x>${use}</x>`)}`;
const laughs = Array.from({ length: 9 }, (_, level) => {
  const of = level === 0 ? 'ha' : `&l${String(level - 1)};`.repeat(10);
  return `<!ENTITY l${String(level)} "${of}">`;
}).join('');

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** Connections that break, or say nothing. */
const connections: readonly WireFault[] = [
  {
    name: 'reset before the answer',
    answer: (socket) => socket.resetAndDestroy(),
    code: 'connection-lost',
    reads: 3,
  },
  { name: 'closed before the answer', answer: ends(''), code: 'connection-lost', reads: 3 },
  {
    name: 'reset within the headers',
    answer: resets('HTTP/1.1 200 OK\r\nConte'),
    code: 'connection-lost',
    reads: 3,
  },
  {
    name: 'closed within the headers',
    answer: ends('HTTP/1.1 200 OK\r\nConte'),
    code: 'connection-lost',
    reads: 3,
  },
  {
    name: 'reset within the body',
    answer: resets(http(good).subarray(0, -20)),
    code: 'connection-lost',
    reads: 3,
  },
  {
    name: 'closed within the body',
    answer: ends(http(good).subarray(0, -20)),
    code: 'connection-lost',
    reads: 3,
  },
  {
    name: 'closed between the chunks',
    answer: ends(
      'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<soap\r\n',
    ),
    code: 'connection-lost',
    reads: 3,
  },
  { name: 'silent before the answer', answer: stalls(''), code: 'timed-out', reads: 1 },
  { name: 'silent within the headers', answer: stalls('HTTP/1.1 200 OK\r\n'), code: 'timed-out', reads: 1 },
  {
    name: 'silent within the body',
    answer: stalls(http(good).subarray(0, -20)),
    code: 'timed-out',
    reads: 1,
  },
];

/** What is not the service. */
const strangers: readonly WireFault[] = [
  { name: 'no HTTP', answer: ends('220 smtp.example ESMTP\r\n'), code: 'not-soap', reads: 1 },
  {
    name: 'headers without end',
    answer: ends(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`),
    code: 'not-soap',
    reads: 1,
  },
  { name: 'a page of HTML', answer: ends(http(html, 'Content-Type: text/html')), code: 'not-soap', reads: 1 },
  {
    name: 'an error page of a gateway',
    answer: ends(http(html, 'Content-Type: text/html').toString().replace('200 OK', '503 No')),
    code: 'unavailable',
    reads: 3,
  },
  {
    name: 'a redirection',
    answer: ends(http('', 'Location: https://other.example/').toString().replace('200 OK', '302 Found')),
    code: 'not-soap',
    reads: 1,
  },
  {
    name: 'JSON',
    answer: ends(http('{"a":1}', 'Content-Type: application/json')),
    code: 'not-soap',
    reads: 1,
  },
  { name: 'other XML', answer: ends(http('<rss/>')), code: 'not-soap', reads: 1 },
];

/** Bodies that are broken or mean harm. */
const bodies: readonly WireFault[] = [
  { name: 'an empty body', answer: ends(http('')), code: 'malformed-answer', reads: 1 },
  {
    name: 'XML that is cut off',
    answer: ends(untilClose(good.slice(0, -20))),
    code: 'malformed-answer',
    reads: 1,
  },
  { name: 'two documents', answer: ends(http(good + good)), code: 'malformed-answer', reads: 1 },
  {
    name: 'bytes that are no text',
    answer: ends(http(Buffer.from(good.replace('r<', '\xff<'), 'latin1'))),
    code: 'malformed-answer',
    reads: 1,
  },
  {
    name: 'UTF-16 that does not say so',
    answer: ends(http(utf16(good, 'le').subarray(2))),
    code: 'malformed-answer',
    reads: 1,
  },
  {
    name: 'what claims to be gzip',
    answer: ends(http(good, 'Content-Encoding: gzip')),
    code: 'malformed-answer',
    reads: 1,
  },
  {
    name: 'gzip that is cut off',
    answer: ends(http(gzipSync(good).subarray(0, -30), 'Content-Encoding: gzip')),
    code: 'malformed-answer',
    reads: 1,
  },
  {
    name: 'gzip that does not say so',
    answer: ends(http(gzipSync(good))),
    code: 'malformed-answer',
    reads: 1,
  },
  {
    name: 'a billion laughs',
    answer: ends(http(doctype(laughs, '&l8;'))),
    code: 'malformed-answer',
    reads: 1,
  },
  {
    name: 'an external entity',
    answer: ends(http(doctype('<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;'))),
    code: 'malformed-answer',
    reads: 1,
  },
  {
    name: 'nesting without end',
    answer: ends(http(envelope('<a>'.repeat(50_000)))),
    code: 'malformed-answer',
    reads: 1,
  },
];

/** Unusual, and right. */
const peculiar: readonly WireFault[] = [
  { name: 'a byte order mark', answer: ends(http(`\uFEFF${good}`)), reads: 1 },
  { name: 'UTF-16, little end first', answer: ends(http(utf16(good, 'le'))), reads: 1 },
  { name: 'UTF-16, big end first', answer: ends(http(utf16(good, 'be'))), reads: 1 },
  {
    name: 'an envelope under another content type',
    answer: ends(http(good, 'Content-Type: application/octet-stream')),
    reads: 1,
  },
  { name: 'gzip', answer: ends(http(gzipSync(good), 'Content-Encoding: gzip')), reads: 1 },
];

export const wireFaults: readonly WireFault[] = [...connections, ...strangers, ...bodies, ...peculiar];
