/** Shows the envelopes of a run as read-only documents, with VS Code's own colours, folding and search. */
import * as vscode from 'vscode';

const scheme = 'marketing-cloud-exchange';

/** How many texts are kept, so that editors that are still open keep theirs. */
const kept = 20;

export class ExchangeDocuments implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly registration: vscode.Disposable;
  private count = 0;

  constructor() {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Opens a text beside, titled after the request. */
  async open(title: string, which: 'request' | 'response' | 'preview', text: string): Promise<void> {
    this.count += 1;
    const name = `${title.replaceAll(/[\\/:*?"<>|#]/g, ' ').trim()} (${which}).xml`;
    const uri = vscode.Uri.from({ scheme, path: `/${String(this.count)}/${name}` });
    this.texts.set(uri.path, text);
    for (const path of [...this.texts.keys()].slice(0, -kept)) this.texts.delete(path);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'xml');
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Active, preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? '<!-- This result is no longer kept. Run the request again. -->';
  }

  dispose(): void {
    this.registration.dispose();
  }
}
