/** What the commands do that connect, change and forget orgs. */
import type { Accounts } from '../connections/accounts.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { connect, pickBusinessUnit, pickConnection } from '../connections/connect.ts';
import { sandboxId } from '../connections/connection.ts';
import type { SecretStore } from '../credentials/secretStore.ts';
import type { CommandHandlers } from './registerCommand.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly secrets: SecretStore;
}

type ConnectionCommand =
  | 'marketingCloud.trySandbox'
  | 'marketingCloud.connectOrg'
  | 'marketingCloud.selectConnection'
  | 'marketingCloud.selectBusinessUnit'
  | 'marketingCloud.removeConnection'
  | 'marketingCloud.tuneConcurrency';

export function connectionHandlers(parts: Parts): Pick<CommandHandlers, ConnectionCommand> {
  const connectNew = async (): Promise<void> => {
    const { connectOrg } = await import('../connections/connectOrg.ts');
    const id = await connectOrg(parts);
    if (id !== undefined) await connect(parts, id);
  };
  return {
    'marketingCloud.trySandbox': () => connect(parts, sandboxId),
    'marketingCloud.connectOrg': connectNew,
    'marketingCloud.selectConnection': () => pickConnection(parts, connectNew),
    'marketingCloud.selectBusinessUnit': () => pickBusinessUnit(parts),
    'marketingCloud.removeConnection': async () =>
      (await import('../connections/removeConnection.ts')).removeConnection(parts),
    'marketingCloud.tuneConcurrency': async () =>
      (await import('../connections/tuneConcurrency.ts')).tuneConcurrency(parts),
  };
}
