/** The page's side of the channel to the extension. */

interface VsCodeApi {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Sends messages, and hands over those that are of the right form; says `ready` once the receiver is there. */
export function connectToHost<To>(
  guard: (message: unknown) => message is To,
  receive: (message: To) => void,
): (message: { readonly kind: string }) => void {
  const api = acquireVsCodeApi();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (guard(event.data)) receive(event.data);
  });
  api.postMessage({ kind: 'ready' });
  return (message) => api.postMessage(message);
}
