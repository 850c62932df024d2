/** The extension's entry point: what there is, and how it hangs together. Nothing here reads, writes or connects. */
import * as vscode from 'vscode';
import type { Catalogue } from '../catalogue/index.ts';
import { loadCatalogue, schemaFile } from './catalogue/lazySchema.ts';
import { commandHandlers } from './commands/handlers.ts';
import { registerCommands, showFailure } from './commands/registerCommand.ts';
import { createTreeViews } from './commands/treeViews.ts';
import { Accounts } from './connections/accounts.ts';
import { ActiveAccount } from './connections/activeAccount.ts';
import { connectAtStart } from './connections/connect.ts';
import { Placements } from './connections/placements.ts';
import { QueueStatus } from './connections/queueStatus.ts';
import { SandboxHost } from './connections/sandboxHost.ts';
import { SignedInAccounts } from './connections/signedInAccounts.ts';
import { createStatusBarItem } from './connections/statusBar.ts';
import { oldSecretNote } from './credentials/secretAge.ts';
import { SecretStore } from './credentials/secretStore.ts';
import { createRequestsTree } from './history/requestsTree.ts';
import { RunHistory } from './history/runHistory.ts';
import { LanguageService } from './language/languageService.ts';
import { answerVariables, onVariablesChanged } from './language/variableAnswers.ts';
import { createOutputLog } from './log/outputLog.ts';
import { ChosenEnvironment } from './requests/environments.ts';
import { Properties } from './properties/properties.ts';
import { ExchangeDocuments } from './requests/exchangeDocuments.ts';
import { registerPaste } from './requests/pasteRequests.ts';
import { RequestRunner } from './requests/requestRunner.ts';
import { Rows } from './rows/rows.ts';
import { LiveSends } from './sends/liveSends.ts';
import { RunningNow } from './sends/runningNow.ts';
import { registerDrop } from './trees/dropIntoRequest.ts';
import { RequestTests } from './testing/requestTests.ts';
import {
  historyKeep,
  keepsSandbox,
  logKeepDays,
  onSettingsChanged,
  sandboxAddress,
  secretReminderDays,
} from './settings/settings.ts';

export function activate(context: vscode.ExtensionContext): void {
  const { extensionUri, workspaceState: state } = context;
  const bundle = (path: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'dist', path);
  const schema = schemaFile(context.globalStorageUri);

  const logFolder = vscode.Uri.joinPath(context.globalStorageUri, 'log');
  const log = createOutputLog({ folder: logFolder.fsPath, keepDays: logKeepDays });
  const secrets = new SecretStore(context);
  const sandboxFile = new URL(bundle('sandbox/worker.js').toString());
  const sandbox = new SandboxHost(sandboxFile, {
    configuredAddress: sandboxAddress,
    folder: () => (keepsSandbox() ? sandboxFolder(context).fsPath : undefined),
    stopped: () => accounts.forget(),
  });
  const queue = new QueueStatus();
  const accounts = new Accounts({ secrets, sandbox, log, queue, catalogue: () => loadCatalogue(schema) });
  const active = new ActiveAccount(accounts, state);
  const environment = new ChosenEnvironment(state);
  const language = new LanguageService({
    serverFile: bundle('language/server.js').fsPath,
    options: () => ({
      schemaFile: schema.fsPath,
      rulePages: `${vscode.Uri.joinPath(extensionUri, 'docs/rules').toString()}/`,
    }),
    questions: {
      fact: async (question) => (await import('./language/orgFacts.ts')).orgFacts(active, log)(question),
      variables: (question) => answerVariables(question, environment),
    },
    log,
  });
  const documents = new ExchangeDocuments();
  const history = new RunHistory({
    folder: vscode.Uri.joinPath(context.globalStorageUri, 'history').fsPath,
    limit: historyKeep,
    changed: () => trees.requests.refresh(),
  });
  const liveSends = new LiveSends({
    ...{ accounts, active, log, extensionUri },
    folder: vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'live-sends'),
  });
  const runningNow = new RunningNow(liveSends);
  const trees = createTreeViews({
    ...{ active, state, live: runningNow },
    requests: createRequestsTree(history, state),
  });
  const placements = new Placements(accounts, active);
  const catalogue = (): Promise<Catalogue> => loadCatalogue(schema);
  const properties = new Properties({ active, log, extensionUri, catalogue, trees });
  const rows = new Rows({ active, log, extensionUri });
  const requests = new RequestRunner({
    ...{ placements, environment, catalogue, extensionUri, documents, history },
    answersThread: new URL(bundle('runs/answersThread.js').toString()),
    answered: (account, answer) => liveSends.follow(account, answer),
    wrote: ({ account, danger }) => trees.refreshShowing(account, danger.types),
    failed: (error) => {
      showFailure(error, log).then(undefined, () => undefined);
    },
  });
  const tests = new RequestTests({ run: requests.quietly, debug: requests.openly });
  const parts = {
    ...{
      accounts,
      active,
      documents,
      environment,
      extensionUri,
      history,
      language,
      liveSends,
      log,
      logFolder,
    },
    ...{ properties, requests, rows, sandbox, schema, secrets, trees },
  };

  const handlers = commandHandlers(parts);
  const people = new SignedInAccounts({
    ...{ secrets, log },
    signIn: async () => {
      await handlers['marketingCloud.connectOrg'](undefined);
    },
    signedOut: () => accounts.forget(),
  });

  context.subscriptions.push(
    log,
    registerCommands(handlers, log),
    createStatusBarItem(active, (id) => oldSecretNote(secrets.since(id), secretReminderDays(), new Date())),
    queue,
    onSettingsChanged(() => {
      accounts.forget();
      log.clean().catch((error: unknown) => log.warn(String(error)));
    }),
    runningNow.keepAlive(trees.sends),
    active.onDidChange(() => {
      trees.refreshAll();
      language.setConnectionLabel(active.account?.label).catch((error: unknown) => log.warn(String(error)));
    }),
    registerPaste(),
    registerDrop(active),
    onVariablesChanged(environment, () => {
      language.variablesChanged().catch((error: unknown) => log.warn(String(error)));
    }),
    ...[trees, liveSends, properties, rows, requests, tests, environment, documents, active, people],
    { dispose: () => Promise.all([language.dispose(), accounts.dispose(), sandbox.dispose(), log.flush()]) },
  );

  active
    .announce()
    .then(() => connectAtStart({ accounts, active }))
    .catch((error: unknown) => showFailure(error, log));
  liveSends.restore().catch((error: unknown) => showFailure(error, log));
}

/** The folder of the window's own sandbox org: that of the workspace, or one for all windows without a workspace. */
function sandboxFolder({ storageUri, globalStorageUri }: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'sandbox');
}
