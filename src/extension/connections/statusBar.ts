/** The status-bar item that says where one works; a click changes it. */
import * as vscode from 'vscode';
import type { CommandId } from '../../shared/contributions.ts';
import type { ActiveAccount } from './activeAccount.ts';

const select: CommandId = 'marketingCloud.selectConnection';

/** @param ageNote says that the secret of a connection is old; undefined when it is not. */
export function createStatusBarItem(
  active: ActiveAccount,
  ageNote: (connectionId: string) => string | undefined,
): vscode.Disposable {
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
    const isProduction = account.isProduction === true;
    const label = isProduction ? `${account.label} (Production)` : account.label;
    item.text = `$(cloud) ${label}`;
    const where = `Marketing Cloud: ${label} (MID ${String(account.mid)}). Select to change.`;
    item.tooltip = [where, ageNote(account.connectionId) ?? []].flat().join('\n');
    item.backgroundColor = isProduction ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  update();
  return vscode.Disposable.from(item, active.onDidChange(update));
}
