/** The status-bar item of runs: what runs now, where a click cancels it, then how it went. */
import * as vscode from 'vscode';
import type { CommandId } from '../../shared/contributions.ts';

const cancel: CommandId = 'marketingCloud.cancelRun';
const showResult: CommandId = 'marketingCloud.showResult';

export class RunStatus {
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = vscode.window.createStatusBarItem('marketingCloud.run', vscode.StatusBarAlignment.Left, 48);
    this.item.name = 'Marketing Cloud Run';
  }

  running(title: string): void {
    this.item.text = `$(loading~spin) ${title}`;
    this.item.tooltip = `“${title}” is running. Select to cancel.`;
    this.item.accessibilityInformation = { label: `${title} is running. Select to cancel.`, role: 'button' };
    this.item.command = cancel;
    this.item.show();
  }

  /** @param summary such as `120 ms · 25 rows · 12 kB`. */
  ended(title: string, isGood: boolean, summary: string): void {
    this.item.text = `$(${isGood ? 'check' : 'error'}) ${summary}`;
    this.item.tooltip = `“${title}” ${isGood ? 'is done' : 'did not succeed'}. Select to show the result.`;
    this.item.accessibilityInformation = { label: `${title}: ${summary}`, role: 'button' };
    this.item.command = showResult;
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }
}
