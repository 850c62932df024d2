/** The status-bar item that says how many requests wait for their turn, while some do. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { QueueState } from '../../soap/index.ts';
import { queueText } from './queueText.ts';

/** Shorter waits come and go with every click in a tree, and mean nothing. */
const patience = 500;

export class QueueStatus {
  private readonly item = vscode.window.createStatusBarItem(
    'marketingCloud.queue',
    vscode.StatusBarAlignment.Left,
    49,
  );
  private readonly states = new Map<string, QueueState>();
  private timer: NodeJS.Timeout | undefined;

  constructor() {
    this.item.name = l10n.t('Marketing Cloud Queue');
  }

  /** @param connection id of the connection whose queue has changed. */
  update(connection: string, state: QueueState): void {
    if (state.waiting === 0) this.states.delete(connection);
    else this.states.set(connection, state);
    if (this.states.size > 0) {
      this.timer ??= setTimeout(() => this.show(), patience);
      return;
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    this.item.hide();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.item.dispose();
  }

  private show(): void {
    const { text, tooltip } = queueText([...this.states.values()]);
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.show();
    // Looked at again as long as somebody waits.
    this.timer = setTimeout(() => this.show(), patience);
  }
}
