/** The page's side of the channel to the extension. */

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** A page gets it once. */
const api = acquireVsCodeApi();

/** Sends messages, and hands over those that are of the right form; says `ready` once the receiver is there. */
export function connectToHost<To>(
  guard: (message: unknown) => message is To,
  receive: (message: To) => void,
): (message: { readonly kind: string }) => void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (guard(event.data)) receive(event.data);
  });
  api.postMessage({ kind: 'ready' });
  return (message) => api.postMessage(message);
}

/** What the extension is given to make the page again after a reload of the window. */
export function keepForReload(state: unknown): void {
  api.setState(state);
}

/** What was kept last, by whatever version of the page; undefined when the page is new. */
export function keptFromBefore(): unknown {
  return api.getState();
}
