/** The result editor beside a scratch file: one for all runs, showing the latest. */
import * as vscode from 'vscode';
import { isFromResultPage, type FromResultPage, type ToResultPage } from '../../../shared/resultMessages.ts';
import { createPagePanel, PageChannel } from '../page.ts';
import type { ResultSession } from './session.ts';

/** What a person can do in the panel that is done elsewhere. */
export interface ResultActions {
  cancel(): void;
  runAgain(): void;
  /** Opens a text as a read-only editor. */
  openText(which: 'request' | 'response', session: ResultSession): void;
  copy(text: string): void;
}

/** Shows sessions. The panel opens with the first and can be closed at any time. */
export class ResultPanel implements vscode.Disposable {
  private readonly extensionUri: vscode.Uri;
  private panel: vscode.WebviewPanel | undefined;
  private channel: PageChannel<ToResultPage, FromResultPage> | undefined;
  private session: ResultSession | undefined;
  private actions: ResultActions | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.extensionUri = extensionUri;
  }

  /** Shows a session in place of the one before; the focus stays where it is. */
  show(session: ResultSession, actions: ResultActions): void {
    this.session?.listen(undefined);
    this.session = session;
    this.actions = actions;
    const panel = this.panel ?? this.open();
    panel.title = `Result: ${session.title}`;
    panel.reveal(undefined, true);
    this.listen();
  }

  /** Brings the panel to the front, with the session that it shows. */
  reveal(): void {
    this.panel?.reveal(undefined, true);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): vscode.WebviewPanel {
    const panel = createPagePanel(this.extensionUri, 'result', {
      title: 'Result',
      column: vscode.ViewColumn.Beside,
    });
    this.channel = new PageChannel(panel.webview, isFromResultPage, (message) => this.receive(message));
    panel.onDidDispose(() => {
      this.channel?.dispose();
      this.session?.listen(undefined);
      this.panel = undefined;
      this.channel = undefined;
    });
    this.panel = panel;
    return panel;
  }

  private listen(): void {
    this.session?.listen({
      stateChanged: (state) => this.channel?.post({ kind: 'state', state }),
      rowsAdded: (from, rows) => this.channel?.post({ kind: 'rows', from, rows }),
    });
  }

  private receive(message: FromResultPage): void {
    const { session, actions } = this;
    if (session === undefined || actions === undefined) return;
    switch (message.kind) {
      case 'ready':
        this.listen();
        break;
      case 'cancel':
        actions.cancel();
        break;
      case 'runAgain':
        actions.runAgain();
        break;
      case 'openText':
        actions.openText(message.which, session);
        break;
      case 'copy':
        actions.copy(message.text);
        break;
    }
  }
}
