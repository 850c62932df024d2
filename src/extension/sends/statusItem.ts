/** The status-bar item that says how the watched sends are doing; a click shows them. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandId } from '../../shared/contributions.ts';
import { isOver, statusLine, statusText, type WatchedSend } from '../../views/index.ts';

const show: CommandId = 'marketingCloud.showLiveSends';

export class SendsStatusItem {
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = vscode.window.createStatusBarItem('marketingCloud.sends', vscode.StatusBarAlignment.Left, 49);
    this.item.name = l10n.t('Marketing Cloud Live Sends');
    this.item.command = show;
  }

  update(sends: readonly WatchedSend[]): void {
    const text = statusText(sends);
    if (text === undefined) {
      this.item.hide();
      return;
    }
    const stalled = sends.some((send) => send.stalled);
    this.item.text = `$(${stalled ? 'warning' : 'broadcast'}) ${text}${stalled ? ' · stalled' : ''}`;
    this.item.backgroundColor = stalled
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.item.tooltip = tooltipOf(sends);
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** The account's own texts go in as text: nothing in them is Markdown. */
function tooltipOf(sends: readonly WatchedSend[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const open = sends.filter(({ reading }) => reading === undefined || !isOver(reading.phase));
  for (const send of open.slice(0, 20)) tooltip.appendText(statusLine(send)).appendMarkdown('  \n');
  return tooltip;
}
