/** What the commands do that connect, check, change and forget orgs. */
import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Accounts } from '../connections/accounts.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { connect, pickBusinessUnit, pickConnection } from '../connections/connect.ts';
import { sandboxId } from '../connections/connection.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { ConnectionCheck } from '../doctor/connectionCheck.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { SecretStore } from '../credentials/secretStore.ts';
import type { CommandHandlers } from './registerCommand.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly secrets: SecretStore;
  readonly log: OutputLog;
  readonly extensionUri: vscode.Uri;
}

type ConnectionCommand =
  | 'marketingCloud.trySandbox'
  | 'marketingCloud.connectOrg'
  | 'marketingCloud.selectConnection'
  | 'marketingCloud.selectBusinessUnit'
  | 'marketingCloud.removeConnection'
  | 'marketingCloud.checkConnection'
  | 'marketingCloud.tuneConcurrency';

export function connectionHandlers(parts: Parts): Pick<CommandHandlers, ConnectionCommand> {
  const connectNew = async (): Promise<void> => {
    const { connectOrg } = await import('../connections/connectOrg.ts');
    const id = await connectOrg(parts);
    if (id !== undefined) await connect(parts, id);
  };
  let connectionCheck: Promise<ConnectionCheck> | undefined;
  const check = async (): Promise<void> => {
    const { account } = parts.active;
    if (account === undefined) {
      throw new ExplainedError(
        l10n.t('No org is connected.'),
        l10n.t('Choose the connection that is to be checked, first.'),
      );
    }
    connectionCheck ??= import('../doctor/connectionCheck.ts').then(
      ({ ConnectionCheck }) => new ConnectionCheck({ ...parts, enterCredentials: connectNew }),
    );
    await (await connectionCheck).run(account);
  };
  return {
    'marketingCloud.trySandbox': () => connect(parts, sandboxId),
    'marketingCloud.connectOrg': connectNew,
    'marketingCloud.selectConnection': () => pickConnection(parts, { connectOrg: connectNew, check }),
    'marketingCloud.selectBusinessUnit': () => pickBusinessUnit(parts),
    'marketingCloud.removeConnection': async () =>
      (await import('../connections/removeConnection.ts')).removeConnection(parts),
    'marketingCloud.checkConnection': check,
    'marketingCloud.tuneConcurrency': async () =>
      (await import('../connections/tuneConcurrency.ts')).tuneConcurrency(parts),
  };
}
