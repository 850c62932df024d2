/** Signs a person in with their browser, and waits until they are back. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  awaitRedirect,
  finishSignIn,
  startSignIn,
  type LoopbackRedirect,
  type SignedIn,
  type SignInApp,
  type Transport,
} from '../../soap/index.ts';
import { ExplainedError } from '../errors/describeError.ts';

/** The port that a browser comes back to; packages name it, so it is always the same. */
const port = 53_682;

/** Where the browser of this window can come back to: on another machine, or in a browser, VS Code forwards the port. */
export async function defaultRedirect(): Promise<string> {
  const here = vscode.Uri.parse(`http://127.0.0.1:${String(port)}/`);
  return (await vscode.env.asExternalUri(here)).toString(true);
}

/**
 * @throws ExplainedError when the browser cannot be opened or come back, and what `awaitRedirect` and `finishSignIn`
 * reject with.
 */
export async function signInByBrowser(
  app: SignInApp,
  { transport, signal }: { readonly transport: Transport; readonly signal: AbortSignal },
): Promise<SignedIn> {
  const waiting = await listen(portOf(app.redirectUri), signal);
  try {
    const started = startSignIn(app);
    const isOpened = await vscode.env.openExternal(vscode.Uri.parse(started.address));
    if (!isOpened)
      throw new ExplainedError(
        l10n.t('The browser was not opened.'),
        l10n.t('Allow it to open, then try again.'),
      );
    return await finishSignIn(app, started, await waiting.returned, { transport });
  } finally {
    waiting.close();
  }
}

async function listen(wanted: number, signal: AbortSignal): Promise<LoopbackRedirect> {
  try {
    return await awaitRedirect(wanted, { signal });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new ExplainedError(
      l10n.t('Port {0} of this machine is taken, so the browser cannot come back.', wanted),
      l10n.t(
        'Another window may be signing in. Try again later, or name another address in the package and here.',
      ),
    );
  }
}

/** A forwarded address, such as that of a codespace, leads to the port that is always the same. */
function portOf(redirectUri: string): number {
  const { hostname, port: own } = new URL(redirectUri);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return isHere && own !== '' ? Number(own) : port;
}
