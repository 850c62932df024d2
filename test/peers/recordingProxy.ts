/** Stands between a program and the sandbox org, passes everything on, and keeps what was said. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Exchange {
  readonly request: string;
  readonly response: string;
}

export interface RecordingProxy {
  readonly address: string;
  /** The SOAP calls since the last time that somebody asked. */
  taken(): readonly Exchange[];
  stop(): Promise<void>;
}

/** @param target address of the sandbox org; wherever an answer names it, the proxy's own is put in its place. */
export async function startProxy(target: string): Promise<RecordingProxy> {
  let exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch((error: unknown) => outgoing.writeHead(502).end(String(error)));
  });

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await textOf(incoming);
    const sent = ['content-type', 'soapaction', 'authorization'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    const answer = await fetch(new URL(url, target), {
      method,
      headers: Object.fromEntries(sent),
      ...(method === 'POST' ? { body } : {}),
    });
    const text = (await answer.text()).replaceAll(target, proxy.address);
    if (method === 'POST' && url.includes('Service.asmx')) exchanges.push({ request: body, response: text });
    outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    outgoing.end(text);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: RecordingProxy = {
    address: `http://127.0.0.1:${String(port)}`,
    taken: () => {
      const result = exchanges;
      exchanges = [];
      return result;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return proxy;
}

async function textOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
