/** Forgets a connection, and its secret with it. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { SecretStore } from '../credentials/secretStore.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { configuredConnections, saveConnections } from '../settings/settings.ts';
import type { Accounts } from './accounts.ts';
import type { ActiveAccount } from './activeAccount.ts';
import { connectionId } from './connection.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly secrets: SecretStore;
}

export async function removeConnection({ accounts, active, secrets }: Parts): Promise<void> {
  const orgs = configuredConnections();
  if (orgs.length === 0) {
    throw new ExplainedError(
      l10n.t('There is no connection to remove.'),
      l10n.t('The sandbox org is always there.'),
    );
  }
  const picked = await vscode.window.showQuickPick(
    orgs.map((org) => ({ label: org.name, description: org.soapAddress ?? org.subdomain, org })),
    { placeHolder: l10n.t('Choose the connection to remove, with its secret') },
  );
  if (picked === undefined) return;
  const id = connectionId(picked.org);
  await secrets.remove(id);
  await saveConnections(orgs.filter(({ name }) => name !== picked.org.name));
  accounts.forget();
  if (active.account?.connectionId === id) await active.choose(undefined);
}
