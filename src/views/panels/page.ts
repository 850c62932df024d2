/** The one place where pages are made: their HTML, their security policy, and the channel to them. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Pages by the name of their bundle in `dist/pages`. */
export type PageName = 'properties' | 'checkup' | 'result' | 'rows' | 'sends';

/** Where bundles of pages are; also all that a page may load. */
function pageRoots(extensionUri: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist', 'pages')];
}

/** By which VS Code tells the editors of one page from those of another. */
export function pageViewType(page: PageName): string {
  return `marketingCloud.${page}`;
}

/** Opens a page as an editor. */
export function createPagePanel(
  extensionUri: vscode.Uri,
  page: PageName,
  options: { readonly title: string; readonly column: vscode.ViewColumn },
): vscode.WebviewPanel {
  const panel = vscode.window.createWebviewPanel(
    pageViewType(page),
    options.title,
    { viewColumn: options.column, preserveFocus: true },
    { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: pageRoots(extensionUri) },
  );
  fillPage(panel.webview, extensionUri, page);
  return panel;
}

/** Fills an editor that VS Code has opened, or kept over a reload. */
export function adoptPagePanel(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, page: PageName): void {
  panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
  fillPage(panel.webview, extensionUri, page);
}

/** Puts a page into a view of the side bar or the panel area. */
export function showPageInView(view: vscode.WebviewView, extensionUri: vscode.Uri, page: PageName): void {
  view.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
  fillPage(view.webview, extensionUri, page);
}

/**
 * Nothing may be loaded but the page's own script, styles and icon font. The nonce also marks the style element that
 * the grid makes for its columns.
 */
function fillPage(webview: vscode.Webview, extensionUri: vscode.Uri, page: PageName): void {
  const nonce = randomBytes(16).toString('base64');
  const [root] = pageRoots(extensionUri);
  const uri = (name: string): string =>
    root === undefined ? '' : webview.asWebviewUri(vscode.Uri.joinPath(root, name)).toString();
  const policy = [
    `default-src 'none'`,
    `img-src ${webview.cspSource} data:`,
    `font-src ${webview.cspSource}`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  webview.html = `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uri('codicon.css')}">
<link rel="stylesheet" href="${uri(`${page}.css`)}">
<title>Marketing Cloud</title>
</head>
<body data-nonce="${nonce}"${textsOfLanguage()}>
<script nonce="${nonce}" src="${uri(`${page}.js`)}"></script>
</body>
</html>`;
}

/** Texts in the person's language, for the page's own; nothing for English, which stands in the page already. */
function textsOfLanguage(): string {
  const { bundle } = vscode.l10n;
  if (bundle === undefined) return '';
  const escaped = JSON.stringify(bundle).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return ` data-l10n="${escaped}"`;
}

/** Messages to and from one page. What is posted before the page is ready waits until it is. */
export class PageChannel<To, From extends { readonly kind: string }> implements vscode.Disposable {
  private readonly webview: vscode.Webview;
  private readonly subscription: vscode.Disposable;
  private ready = false;
  private readonly waiting: To[] = [];

  /**
   * @param guard what comes from the page and is not of this form is dropped.
   * @param receive gets every message but the first `ready`, and a later one when the page was loaded anew.
   */
  constructor(
    webview: vscode.Webview,
    guard: (message: unknown) => message is From,
    receive: (message: From) => void,
  ) {
    this.webview = webview;
    this.subscription = webview.onDidReceiveMessage((message: unknown) => {
      if (!guard(message)) return;
      const isFirstReady = message.kind === 'ready' && !this.ready;
      if (isFirstReady) this.flush();
      else receive(message);
    });
  }

  post(message: To): void {
    if (this.ready) this.send(message);
    else this.waiting.push(message);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private flush(): void {
    this.ready = true;
    for (const message of this.waiting.splice(0)) this.send(message);
  }

  private send(message: To): void {
    this.webview.postMessage(message).then(undefined, () => {
      // The page has been closed meanwhile, and with it whoever would have read this.
    });
  }
}
