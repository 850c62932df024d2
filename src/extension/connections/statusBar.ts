/** The status-bar item that says where one works; a click changes it. */
import * as vscode from 'vscode';
import type { CommandId } from '../../shared/contributions.ts';
import type { ActiveAccount } from './activeAccount.ts';

const select: CommandId = 'marketingCloud.selectConnection';

export function createStatusBarItem(active: ActiveAccount): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'marketingCloud.connection',
    vscode.StatusBarAlignment.Left,
    50,
  );
  item.name = 'Marketing Cloud Connection';
  item.command = select;
  const update = (): void => {
    const { account } = active;
    if (account === undefined) {
      item.hide();
      return;
    }
    item.text = `$(cloud) ${account.label}`;
    item.tooltip = `Marketing Cloud: ${account.label} (MID ${String(account.mid)}). Select to change.`;
    item.show();
  };
  update();
  return vscode.Disposable.from(item, active.onDidChange(update));
}
