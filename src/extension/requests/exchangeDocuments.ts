/** Shows the envelopes of a run as read-only documents, with VS Code's own colours, folding and search. */
import * as vscode from 'vscode';
import { showDifference, showMarkdown } from '../commands/runCommand.ts';

const scheme = 'marketing-cloud-exchange';

/** How many texts are kept, so that editors that are still open keep theirs. */
const kept = 20;

export interface TitledText {
  readonly title: string;
  readonly text: string;
}

export class ExchangeDocuments implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly registration: vscode.Disposable;
  private count = 0;

  constructor() {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Opens a text, titled after the request. */
  async open(title: string, which: 'request' | 'response' | 'preview' | 'run', text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.keep(`${title} (${which})`, text));
    await vscode.languages.setTextDocumentLanguage(document, 'xml');
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Active, preview: true });
  }

  /** Shows two texts side by side, with what differs. */
  async compare(left: TitledText, right: TitledText): Promise<void> {
    const uris = [left, right].map(({ title, text }) => this.keep(title, text)) as [vscode.Uri, vscode.Uri];
    await showDifference(uris, `${left.title} ↔ ${right.title}`);
  }

  /** Shows a text in Markdown. */
  async showReport(title: string, markdown: string): Promise<void> {
    await showMarkdown(this.keep(title, markdown, 'md'));
  }

  private keep(title: string, text: string, extension = 'xml'): vscode.Uri {
    this.count += 1;
    const name = `${title.replaceAll(/[\\/:*?"<>|#]/g, ' ').trim()}.${extension}`;
    const uri = vscode.Uri.from({ scheme, path: `/${String(this.count)}/${name}` });
    this.texts.set(uri.path, text);
    for (const path of [...this.texts.keys()].slice(0, -kept)) this.texts.delete(path);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? '<!-- This result is no longer kept. Run the request again. -->';
  }

  dispose(): void {
    this.registration.dispose();
  }
}
