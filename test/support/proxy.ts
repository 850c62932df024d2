/** A proxy for tests: it takes every host for one server on this machine, and tells what it was asked for. */
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface TestProxy {
  readonly address: string;
  /** `CONNECT host:port`, or the address of a plain request, each with the credentials that came with it. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** @param refuse answers every tunnel with this status instead of making it. */
export async function startProxy(target: { readonly port: number }, refuse?: number): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const note = (request: IncomingMessage, what: string): void => {
    asked.push([what, request.headers['proxy-authorization'] ?? ''].join(' ').trim());
  };
  const server = createServer((request, response) => {
    note(request, request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end('<through-proxy/>');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    note(request, `CONNECT ${request.url ?? ''}`);
    socket.on('error', () => socket.destroy());
    if (refuse !== undefined) {
      const body = '<html><title>Who are you?</title></html>';
      socket.end(
        `HTTP/1.1 ${String(refuse)} No\r\nContent-Type: text/html\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`,
      );
      return;
    }
    const upstream = connect(target.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
