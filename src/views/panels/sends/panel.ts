/** The pages that show live sends: a view in the panel area, and an editor. Both show the same cards. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  isFromLiveSendsPage,
  type CardAction,
  type FromLiveSendsPage,
  type SendCard,
  type ToLiveSendsPage,
} from '../../../shared/liveSendsMessages.ts';
import { adoptPagePanel, createPagePanel, PageChannel, pageViewType, showPageInView } from '../page.ts';

export interface LiveSendsActions {
  /** Lets the person choose a send to watch. */
  watch(): void;
  act(action: CardAction, key: string): void;
  /** A page came into sight, or went out of it. */
  seenChanged(): void;
}

interface Surface {
  readonly channel: PageChannel<ToLiveSendsPage, FromLiveSendsPage>;
  readonly isVisible: () => boolean;
}

const title = l10n.t('Live Sends');

/** Shows the cards it was last given, however often the pages are closed and opened. */
export class LiveSendsPages
  implements vscode.WebviewViewProvider, vscode.WebviewPanelSerializer, vscode.Disposable
{
  /** By which VS Code asks for the editor after a reload. */
  static readonly editorType = pageViewType('sends');
  private readonly extensionUri: vscode.Uri;
  private readonly actions: LiveSendsActions;
  private view: vscode.WebviewView | undefined;
  private editor: vscode.WebviewPanel | undefined;
  private readonly surfaces = new Map<'view' | 'editor', Surface>();
  private cards: readonly SendCard[] = [];

  constructor(extensionUri: vscode.Uri, actions: LiveSendsActions) {
    this.extensionUri = extensionUri;
    this.actions = actions;
  }

  /** True while somebody can see the cards. */
  get seen(): boolean {
    return [...this.surfaces.values()].some(({ isVisible }) => isVisible());
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    this.add('view', view.webview, { isVisible: () => view.visible });
    view.onDidChangeVisibility(() => this.actions.seenChanged());
    view.onDidDispose(() => {
      this.view = undefined;
      this.remove('view');
    });
    showPageInView(view, this.extensionUri, 'sends');
    this.showBadge();
    this.actions.seenChanged();
  }

  /** Opens the editor, or brings it to the front. */
  openEditor(): void {
    if (this.editor !== undefined) {
      this.editor.reveal(undefined, true);
      return;
    }
    const column = vscode.ViewColumn.Active;
    this.adopt(createPagePanel(this.extensionUri, 'sends', { title, column }));
  }

  /** VS Code hands over the editor that was open before a reload. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.editor?.dispose();
    adoptPagePanel(panel, this.extensionUri, 'sends');
    this.adopt(panel);
    return Promise.resolve();
  }

  /** @param announcement said to screen readers; empty for none. */
  show(cards: readonly SendCard[], announcement: string): void {
    this.cards = cards;
    for (const { channel } of this.surfaces.values()) channel.post({ kind: 'cards', cards, announcement });
    this.showBadge();
  }

  dispose(): void {
    for (const name of [...this.surfaces.keys()]) this.remove(name);
    this.editor?.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.editor = panel;
    this.add('editor', panel.webview, { isVisible: () => panel.visible });
    panel.onDidChangeViewState(() => this.actions.seenChanged());
    panel.onDidDispose(() => {
      if (this.editor !== panel) return;
      this.editor = undefined;
      this.remove('editor');
    });
    this.actions.seenChanged();
  }

  private add(name: 'view' | 'editor', webview: vscode.Webview, rest: Pick<Surface, 'isVisible'>): void {
    this.surfaces.get(name)?.channel.dispose();
    const channel: Surface['channel'] = new PageChannel(webview, isFromLiveSendsPage, (message) =>
      this.receive(message, channel),
    );
    this.surfaces.set(name, { channel, ...rest });
    channel.post(this.snapshot());
  }

  private remove(name: 'view' | 'editor'): void {
    this.surfaces.get(name)?.channel.dispose();
    this.surfaces.delete(name);
    this.actions.seenChanged();
  }

  /** What was announced is not said again to a page that is loaded anew. */
  private snapshot(): ToLiveSendsPage {
    return { kind: 'cards', cards: this.cards, announcement: '' };
  }

  private showBadge(): void {
    if (this.view === undefined) return;
    const running = this.cards.filter(({ state }) => state === 'sending' || state === 'stalled').length;
    this.view.badge = running === 0 ? undefined : { value: running, tooltip: l10n.t('{0} running', running) };
  }

  private receive(message: FromLiveSendsPage, channel: Surface['channel']): void {
    switch (message.kind) {
      case 'watch':
        this.actions.watch();
        return;
      case 'act':
        this.actions.act(message.action, message.key);
        return;
      case 'ready':
        channel.post(this.snapshot());
    }
  }
}
