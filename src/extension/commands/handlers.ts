/** What each command does: the table of contents of everything a person can ask for. */
import * as vscode from 'vscode';
import { loadCatalogue } from '../catalogue/lazySchema.ts';
import type { Accounts } from '../connections/accounts.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { connect, pickBusinessUnit, pickConnection } from '../connections/connect.ts';
import { sandboxId } from '../connections/connection.ts';
import { connectOrg } from '../connections/connectOrg.ts';
import { removeConnection } from '../connections/removeConnection.ts';
import type { SandboxHost } from '../connections/sandboxHost.ts';
import { tuneConcurrency } from '../connections/tuneConcurrency.ts';
import type { SecretStore } from '../credentials/secretStore.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { LanguageService } from '../language/languageService.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { ChosenEnvironment } from '../requests/environments.ts';
import { copyAs } from '../requests/copyAs.ts';
import type { RequestRunner } from '../requests/requestRunner.ts';
import type { LiveSends } from '../sends/liveSends.ts';
import { copyKey } from './copyKey.ts';
import { newRequest, newRowsRequest, newSubscribersRequest } from './newRequest.ts';
import type { CommandHandlers } from './registerCommand.ts';
import { requestHandlers } from './requestHandlers.ts';
import { sandboxHandlers } from './sandboxHandlers.ts';
import { subjectOf, type TreeViews } from './treeViews.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly environment: ChosenEnvironment;
  readonly language: LanguageService;
  readonly liveSends: LiveSends;
  readonly log: OutputLog;
  readonly requests: RequestRunner;
  readonly sandbox: SandboxHost;
  /** Where a refreshed schema is kept. */
  readonly schema: vscode.Uri;
  readonly secrets: SecretStore;
  readonly trees: TreeViews;
}

export function commandHandlers(parts: Parts): CommandHandlers {
  const { accounts, active, language, liveSends, log, schema, secrets, trees } = parts;
  const connectNew = async (): Promise<void> => {
    const id = await connectOrg({ accounts, secrets });
    if (id !== undefined) await connect(parts, id);
  };
  return {
    'marketingCloud.trySandbox': () => connect(parts, sandboxId),
    'marketingCloud.connectOrg': connectNew,
    'marketingCloud.selectConnection': () => pickConnection(parts, connectNew),
    'marketingCloud.selectBusinessUnit': () => pickBusinessUnit(parts),
    'marketingCloud.removeConnection': () => removeConnection({ accounts, active, secrets }),
    'marketingCloud.refreshDataExtensions': () => trees.dataExtensions.refresh(),
    'marketingCloud.refreshLists': () => trees.lists.refresh(),
    'marketingCloud.refreshSends': () => trees.sends.refresh(),
    'marketingCloud.refreshNode': (node) => trees.refreshNode(node),
    'marketingCloud.copyKey': (node) => copyKey(node),
    'marketingCloud.newRequest': () => newRequest(),
    'marketingCloud.newRowsRequest': (node) => newRowsRequest(active, node),
    'marketingCloud.newSubscribersRequest': (node) => newSubscribersRequest(node),
    ...requestHandlers(parts),
    'marketingCloud.copyAs': (place) =>
      copyAs({ active, language, catalogue: () => loadCatalogue(schema) }, place),
    ...sandboxHandlers({ sandbox: parts.sandbox, changed: () => trees.refreshAll() }),
    'marketingCloud.watchSend': (node) => {
      const send = subjectOf(node, 'send');
      return send === undefined ? liveSends.pick() : liveSends.watchSend(send.id, send.name);
    },
    'marketingCloud.showLiveSends': () => liveSends.reveal(),
    'marketingCloud.openLiveSendsEditor': () => liveSends.openEditor(),
    'marketingCloud.clearFinishedSends': () => liveSends.clearFinished(),
    'marketingCloud.showEarlierSends': () => liveSends.pickEarlier(),
    'marketingCloud.showTracking': (node) => {
      const send = subjectOf(node, 'send');
      if (send === undefined)
        throw new ExplainedError('Choose a send first.', 'Tracking belongs to the menu of a send.');
      return liveSends.showTracking(send.id, send.name);
    },
    'marketingCloud.tuneConcurrency': () => tuneConcurrency(parts),
    'marketingCloud.refreshCatalogue': () => refreshCatalogue(parts),
    'marketingCloud.showLog': () => log.show(),
  };
}

async function refreshCatalogue({ accounts, active, language, schema }: Parts): Promise<void> {
  const { account } = active;
  if (account === undefined) {
    throw new ExplainedError('No org is connected.', 'Connect the org whose schema is wanted, first.');
  }
  const { refreshSchema } = await import('../catalogue/refreshedSchema.ts');
  const added = await refreshSchema(account, schema);
  accounts.forget();
  await language.restart();
  const news = added.length === 0 ? 'It has no type that was not known.' : `New types: ${added.join(', ')}.`;
  await vscode.window.showInformationMessage(`The catalogue is now that of ${account.label}. ${news}`);
}
