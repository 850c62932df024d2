/** Asks whether a port of this machine can be listened on. */
import { createServer } from 'node:net';

/**
 * @param {number} port
 * @returns {Promise<boolean>} false also when this person may not use it
 */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
