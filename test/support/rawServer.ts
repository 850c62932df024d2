/** A server that answers with bytes as they are given, right or wrong. */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface RawServer {
  readonly address: string;
  /** How many requests came. */
  readonly count: () => number;
  stop(): Promise<void>;
}

/** Calls `answer` with the socket for each request that has come whole (by its blank line). */
export async function startRawServer(answer: (socket: Socket) => void): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that leaves in the middle is what some tests are about.
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      if (!data.includes('\r\n\r\n')) return;
      requests += 1;
      answer(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}/`,
    count: () => requests,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
