/** The status-bar item that says where one works; a click changes it. */
import * as l10n from '@vscode/l10n';
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
  item.name = l10n.t('Marketing Cloud Connection');
  item.command = select;
  const update = (): void => {
    const { account } = active;
    if (account === undefined) {
      item.hide();
      return;
    }
    const isProduction = account.isProduction === true;
    const label = isProduction ? l10n.t('{0} (Production)', account.label) : account.label;
    item.text = `$(cloud) ${label}`;
    const where = l10n.t('Marketing Cloud: {0} (MID {1}). Select to change.', label, account.mid);
    item.tooltip = [where, ageNote(account.connectionId) ?? []].flat().join('\n');
    item.backgroundColor = isProduction ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  update();
  return vscode.Disposable.from(item, active.onDidChange(update));
}
