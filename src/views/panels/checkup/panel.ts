/** The editor that shows how a check-up goes. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  isFromCheckupPage,
  type CheckAction,
  type FromCheckupPage,
  type ToCheckupPage,
} from '../../../shared/checkupMessages.ts';
import { createPagePanel, PageChannel } from '../page.ts';

export interface CheckupActions {
  again(): void;
  copy(): void;
  act(action: CheckAction): void;
}

/** One editor for all check-ups, showing the latest. It opens with the first and can be closed at any time. */
export class CheckupPanel implements vscode.Disposable {
  private readonly extensionUri: vscode.Uri;
  private readonly actions: CheckupActions;
  private panel: vscode.WebviewPanel | undefined;
  private channel: PageChannel<ToCheckupPage, FromCheckupPage> | undefined;
  private shown: ToCheckupPage | undefined;

  constructor(extensionUri: vscode.Uri, actions: CheckupActions) {
    this.extensionUri = extensionUri;
    this.actions = actions;
  }

  /** Opens the editor, or brings it to the front. */
  open(): void {
    if (this.panel === undefined) this.create();
    this.panel?.reveal(undefined, false);
  }

  show(state: ToCheckupPage): void {
    this.shown = state;
    this.channel?.post(state);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private create(): void {
    const panel = createPagePanel(this.extensionUri, 'checkup', {
      title: l10n.t('Connection Check'),
      column: vscode.ViewColumn.Active,
    });
    this.channel = new PageChannel(panel.webview, isFromCheckupPage, (message) => this.receive(message));
    panel.onDidDispose(() => {
      this.channel?.dispose();
      this.channel = undefined;
      this.panel = undefined;
    });
    this.panel = panel;
  }

  private receive(message: FromCheckupPage): void {
    switch (message.kind) {
      case 'ready':
        if (this.shown !== undefined) this.channel?.post(this.shown);
        return;
      case 'again':
        this.actions.again();
        return;
      case 'copy':
        this.actions.copy();
        return;
      case 'act':
        this.actions.act(message.action);
    }
  }
}
