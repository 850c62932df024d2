/** A page by itself in a browser, with a host that the test plays: what VS Code adds is left out. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { sharedBrowser } from './browser.ts';

const pages = path.resolve(import.meta.dirname, '../../dist/pages');
const address = 'http://page.test';

/** What a webview gives its page: a way to the host, and a place to keep something over a reload. */
const webviewScript = `
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.toHost(JSON.stringify(message)),
    getState: () => JSON.parse(sessionStorage.getItem('kept') ?? 'null') ?? undefined,
    setState: (kept) => sessionStorage.setItem('kept', JSON.stringify(kept)),
  });`;

const html = (
  panel: string,
): string => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Page</title>
  <link rel="stylesheet" href="${address}/codicon.css"><link rel="stylesheet" href="${address}/${panel}.css">
  <style>html, body { height: 100%; margin: 0; padding: 0; }</style></head>
  <body data-nonce="n"><script src="${address}/${panel}.js"></script></body></html>`;

/** What plays the host of a page. */
interface Host {
  /** Told all that the page says. */
  hear(message: unknown): unknown;
}

/** Opens the page of a panel, as it was bundled last, in a context of its own. */
export async function openLonePage<Own extends Host>(
  panel: string,
  hostOf: (page: Page) => Own,
): Promise<Own> {
  const browser = await sharedBrowser();
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  const host = hostOf(page);
  await page.exposeFunction('toHost', (message: string) => host.hear(JSON.parse(message)));
  await page.addInitScript(webviewScript);
  await page.route(`${address}/**`, async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    if (name === 'page') await route.fulfill({ contentType: 'text/html', body: html(panel) });
    else await route.fulfill({ body: await readFile(path.join(pages, name)), contentType: typeOf(name) });
  });
  await page.goto(`${address}/page`);
  return host;
}

/** Says something to the page, as its host does. */
export async function postTo(page: Page, message: unknown): Promise<void> {
  await page.evaluate(`window.postMessage(${JSON.stringify(message)})`);
}

function typeOf(name: string): string {
  return name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'font/ttf';
}
