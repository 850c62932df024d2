/** What each command does: the table of contents of everything a person can ask for. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { RequestPlace } from '../../shared/contributions.ts';
import { loadCatalogue } from '../catalogue/lazySchema.ts';
import type { Accounts } from '../connections/accounts.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import type { SandboxHost } from '../connections/sandboxHost.ts';
import type { SecretStore } from '../credentials/secretStore.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { LanguageService } from '../language/languageService.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { RunHistory } from '../history/runHistory.ts';
import type { ExchangeDocuments } from '../requests/exchangeDocuments.ts';
import type { ChosenEnvironment } from '../requests/environments.ts';
import type { RequestRunner } from '../requests/requestRunner.ts';
import type { Properties } from '../properties/properties.ts';
import type { Rows } from '../rows/rows.ts';
import type { LiveSends } from '../sends/liveSends.ts';
import { connectionHandlers } from './connectionHandlers.ts';
import { dataExtensionHandlers } from './dataExtensionHandlers.ts';
import { guideHandlers } from './guideHandlers.ts';
import { importHandlers } from './importHandlers.ts';
import { listHandlers } from './listHandlers.ts';
import type { CommandHandlers } from './registerCommand.ts';
import { requestHandlers } from './requestHandlers.ts';
import { sandboxHandlers } from './sandboxHandlers.ts';
import { sendHandlers } from './sendHandlers.ts';
import { treeHandlers } from './treeHandlers.ts';
import type { TreeViews } from './treeViews.ts';

interface Parts {
  readonly extensionUri: vscode.Uri;
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly documents: ExchangeDocuments;
  readonly environment: ChosenEnvironment;
  readonly history: RunHistory;
  readonly language: LanguageService;
  readonly liveSends: LiveSends;
  readonly log: OutputLog;
  readonly logFolder: vscode.Uri;
  readonly properties: Properties;
  readonly requests: RequestRunner;
  readonly rows: Rows;
  readonly sandbox: SandboxHost;
  /** Where a refreshed schema is kept. */
  readonly schema: vscode.Uri;
  readonly secrets: SecretStore;
  readonly trees: TreeViews;
}

export function commandHandlers(parts: Parts): CommandHandlers {
  const { active, language, liveSends, log, rows, schema, trees } = parts;
  const connections = connectionHandlers(parts);
  const copyAs = async (place: RequestPlace | undefined): Promise<void> => {
    const code = await import('../requests/copyAs.ts');
    await code.copyAs({ active, language, catalogue: () => loadCatalogue(schema) }, place);
  };
  return {
    ...connections,
    ...dataExtensionHandlers({
      active,
      changed: () => trees.dataExtensions.refresh(),
      chosen: (node) => (node === undefined ? trees.dataExtensions.selection : trees.chosen(node)),
    }),
    ...listHandlers({ active, changed: () => trees.lists.refresh() }),
    ...guideHandlers({ active, run: (place) => parts.requests.run(place), copyAs }),
    ...requestHandlers(parts),
    ...sandboxHandlers({ sandbox: parts.sandbox, changed: () => trees.refreshAll() }),
    ...sendHandlers(liveSends),
    ...treeHandlers(trees, {
      ...{ accounts: parts.accounts, active },
      checkConnection: () => connections['marketingCloud.checkConnection'](undefined),
    }),
    ...importHandlers({ active, log, changed: () => trees.imports.refresh() }),
    'marketingCloud.findAnything': async () => (await import('./findAnything.ts')).findAnything(active, rows),
    'marketingCloud.openRows': (node) => rows.open(node),
    'marketingCloud.writeRows': () => rows.write(),
    'marketingCloud.showProperties': (node) => parts.properties.show(node),
    'marketingCloud.newRequest': async () => (await import('./newRequest.ts')).newRequest(),
    'marketingCloud.copyAs': (place) => copyAs(place),
    'marketingCloud.refreshCatalogue': () => refreshCatalogue(parts),
    'marketingCloud.restartLanguageServer': () => parts.language.restart(),
    'marketingCloud.showLog': () => log.show(),
    'marketingCloud.showUsage': async () => (await import('../usage/showUsage.ts')).showUsage(parts),
    'marketingCloud.openLogFolder': () => openLogFolder(parts),
  };
}

async function refreshCatalogue({ accounts, active, language, schema }: Parts): Promise<void> {
  const { account } = active;
  if (account === undefined) {
    throw new ExplainedError(
      l10n.t('No org is connected.'),
      l10n.t('Connect the org whose schema is wanted, first.'),
    );
  }
  const { refreshSchema } = await import('../catalogue/refreshedSchema.ts');
  const added = await refreshSchema(account, schema);
  accounts.forget();
  await language.refresh();
  const news =
    added.length === 0
      ? l10n.t('It has no type that was not known.')
      : l10n.t('New types: {0}.', added.join(', '));
  await vscode.window.showInformationMessage(
    l10n.t('The catalogue is now that of {0}. {1}', account.label, news),
  );
}

/** Shows the folder of the log files; in a browser, or on another machine, it opens today's file instead. */
async function openLogFolder({ log, logFolder }: Parts): Promise<void> {
  await log.flush();
  await vscode.workspace.fs.createDirectory(logFolder);
  if (vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined) {
    await vscode.env.openExternal(logFolder);
    return;
  }
  const newest = (await vscode.workspace.fs.readDirectory(logFolder))
    .map(([name]) => name)
    .sort()
    .at(-1);
  if (newest === undefined) {
    throw new ExplainedError(
      l10n.t('There is no log file yet.'),
      l10n.t('One is begun with the first call to an org.'),
    );
  }
  await vscode.window.showTextDocument(vscode.Uri.joinPath(logFolder, newest));
}
