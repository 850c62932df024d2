/** Waits on this machine for a person who comes back from a sign-in in the browser. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MarketingCloudError } from '../errors.ts';
import { cancelled, systemTimer, type Timer } from '../flow/timer.ts';

export interface LoopbackRedirect {
  /** The redirect URI, e.g. `http://127.0.0.1:53682/`; the package must name it. */
  readonly redirectUri: string;
  /** The address at which the person came back, with its code. */
  readonly returned: Promise<string>;
  /** Stops waiting. */
  close(): void;
}

/** What the person sees meanwhile. Whether the sign-in is good is only found out afterwards. */
function page(isAllowed: boolean): string {
  const title = isAllowed ? 'The sign-in is on its way' : 'The sign-in was not allowed';
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>You can close this page and go back to where you came from.</p>`;
}

/** Milliseconds in which the person has to be back. */
const patience = 300_000;

/**
 * @param port one that the package names; any free one for 0.
 * @returns `returned` rejects with MarketingCloudError `cancelled` when the signal is aborted, and `sign-in-abandoned`
 * when nobody came back within five minutes.
 * @throws Error of the system (`code` EADDRINUSE, EACCES) when the port cannot be had.
 */
export async function awaitRedirect(
  port: number,
  { signal, timer = systemTimer }: { readonly signal?: AbortSignal; readonly timer?: Timer } = {},
): Promise<LoopbackRedirect> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const redirectUri = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  let reason = cancelled();
  const close = (): void => {
    stopWaiting();
    server.close();
    server.closeAllConnections();
  };
  const stopWaiting = timer.after(patience, () => {
    reason = abandoned();
    close();
  });
  const returned = new Promise<string>((resolve, reject) => {
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', redirectUri);
      const isBack = url.searchParams.has('code') || url.searchParams.has('error');
      response.writeHead(isBack ? 200 : 404, { 'content-type': 'text/html', connection: 'close' });
      response.end(isBack ? page(url.searchParams.has('code')) : '', () => {
        if (!isBack) return;
        close();
        resolve(url.href);
      });
    });
    server.once('close', () => reject(reason));
    signal?.addEventListener('abort', close, { once: true });
  });
  // Who closes it early may have stopped waiting already.
  returned.catch(() => undefined);
  return { redirectUri, returned, close };
}

function abandoned(): MarketingCloudError {
  const message = 'Nobody came back from the browser within five minutes.';
  return new MarketingCloudError('sign-in-abandoned', message, { operation: 'token', timeout: patience });
}
