/** The Live Sends view in the panel area. */
import type * as vscode from 'vscode';
import {
  isFromLiveSendsPage,
  type FromLiveSendsPage,
  type SendCard,
  type ToLiveSendsPage,
} from '../../../shared/liveSendsMessages.ts';
import { PageChannel, showPageInView } from '../page.ts';

export interface LiveSendsActions {
  /** Lets the person choose a send to watch. */
  watch(): void;
  dismiss(key: string): void;
}

/** Shows the cards it was last given, however often the view is closed and opened. */
export class LiveSendsView implements vscode.WebviewViewProvider, vscode.Disposable {
  private readonly extensionUri: vscode.Uri;
  private readonly actions: LiveSendsActions;
  private view: vscode.WebviewView | undefined;
  private channel: PageChannel<ToLiveSendsPage, FromLiveSendsPage> | undefined;
  private last: ToLiveSendsPage = { kind: 'cards', cards: [], announcement: '' };

  constructor(extensionUri: vscode.Uri, actions: LiveSendsActions) {
    this.extensionUri = extensionUri;
    this.actions = actions;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    this.channel = new PageChannel(view.webview, isFromLiveSendsPage, (message) => this.receive(message));
    view.onDidDispose(() => this.forget());
    showPageInView(view, this.extensionUri, 'sends');
    this.channel.post(this.last);
    this.showBadge();
  }

  /** @param announcement said to screen readers; empty for none. */
  show(cards: readonly SendCard[], announcement: string): void {
    this.last = { kind: 'cards', cards, announcement };
    this.channel?.post(this.last);
    this.showBadge();
  }

  dispose(): void {
    this.forget();
  }

  private showBadge(): void {
    if (this.view === undefined) return;
    const running = this.last.cards.filter(({ state }) => state === 'sending').length;
    this.view.badge = running === 0 ? undefined : { value: running, tooltip: `${String(running)} running` };
  }

  private forget(): void {
    this.channel?.dispose();
    this.channel = undefined;
    this.view = undefined;
  }

  private receive(message: FromLiveSendsPage): void {
    if (message.kind === 'watch') this.actions.watch();
    else if (message.kind === 'dismiss') this.actions.dismiss(message.key);
    else this.channel?.post(this.last);
  }
}
