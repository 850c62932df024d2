/** An address on this machine where nobody listens. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The port was the system's choice and has just been given back, so nobody has taken it yet. */
export async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${String(port)}/`;
}
