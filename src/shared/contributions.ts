/** The ids of everything the manifest contributes; a test holds this file and package.json together in both directions. */

import { guideIds, type GuideId } from './guideIds.ts';

type GuideCommandId = `marketingCloud.guide.${GuideId}`;

/** What a command can be called with, beside nothing at all from the command palette. */
export interface CommandPayloads extends Record<GuideCommandId, TreePayload | undefined> {
  'marketingCloud.trySandbox': undefined;
  'marketingCloud.connectOrg': undefined;
  'marketingCloud.selectConnection': undefined;
  'marketingCloud.selectBusinessUnit': undefined;
  'marketingCloud.removeConnection': undefined;
  'marketingCloud.refreshDataExtensions': undefined;
  'marketingCloud.refreshLists': undefined;
  'marketingCloud.refreshSends': undefined;
  'marketingCloud.refreshNode': TreePayload | undefined;
  'marketingCloud.copyKey': TreePayload | undefined;
  'marketingCloud.findAnything': undefined;
  'marketingCloud.openInWeb': TreePayload | undefined;
  /** The name of the view whose chosen node is meant, from its key. */
  'marketingCloud.rename': TreePayload | 'dataExtensions' | 'lists' | 'sends' | 'imports' | undefined;
  'marketingCloud.copyDefinition': TreePayload | undefined;
  'marketingCloud.copyDataExtension': TreePayload | undefined;
  'marketingCloud.clearDataExtension': TreePayload | undefined;
  'marketingCloud.deleteDataExtension': TreePayload | undefined;
  'marketingCloud.exportDataExtension': TreePayload | undefined;
  'marketingCloud.findSubscriber': undefined;
  'marketingCloud.addSubscriber': TreePayload | undefined;
  'marketingCloud.changeSubscriber': TreePayload | undefined;
  'marketingCloud.openRows': TreePayload | undefined;
  'marketingCloud.writeRows': undefined;
  'marketingCloud.newRequest': undefined;
  'marketingCloud.pickGuide': undefined;
  'marketingCloud.newRowsRequest': TreePayload | undefined;
  'marketingCloud.newSubscribersRequest': TreePayload | undefined;
  'marketingCloud.runRequest': RequestPlace | TreePayload | undefined;
  'marketingCloud.openRequest': TreePayload | undefined;
  'marketingCloud.openRun': TreePayload | undefined;
  'marketingCloud.openRunAsRequest': TreePayload | undefined;
  'marketingCloud.repeatRun': TreePayload | undefined;
  'marketingCloud.compareRuns': TreePayload | undefined;
  'marketingCloud.deleteRun': TreePayload | undefined;
  'marketingCloud.clearHistory': undefined;
  'marketingCloud.pasteAsRequest': undefined;
  'marketingCloud.runRequestAsync': RequestPlace | undefined;
  'marketingCloud.runAllRequests': RequestPlace | undefined;
  'marketingCloud.runSelectedRequests': undefined;
  'marketingCloud.runXml': undefined;
  'marketingCloud.previewEnvelope': RequestPlace | undefined;
  'marketingCloud.cancelRun': undefined;
  'marketingCloud.showResult': undefined;
  'marketingCloud.selectEnvironment': undefined;
  'marketingCloud.copyAs': RequestPlace | undefined;
  'marketingCloud.watchSend': TreePayload | undefined;
  'marketingCloud.showLiveSends': undefined;
  'marketingCloud.openLiveSendsEditor': undefined;
  'marketingCloud.clearFinishedSends': undefined;
  'marketingCloud.showEarlierSends': undefined;
  'marketingCloud.showTracking': TreePayload | undefined;
  'marketingCloud.openSandboxPage': undefined;
  'marketingCloud.orderSandboxFault': undefined;
  'marketingCloud.endSandboxFaults': undefined;
  'marketingCloud.setSandboxClock': undefined;
  'marketingCloud.resetSandbox': undefined;
  'marketingCloud.startSend': TreePayload | undefined;
  'marketingCloud.startTriggeredSend': TreePayload | undefined;
  'marketingCloud.pauseTriggeredSend': TreePayload | undefined;
  'marketingCloud.checkConnection': undefined;
  'marketingCloud.tuneConcurrency': undefined;
  'marketingCloud.refreshCatalogue': undefined;
  'marketingCloud.restartLanguageServer': undefined;
  'marketingCloud.filter': TreePayload | undefined;
  'marketingCloud.filterDataExtensions': undefined;
  'marketingCloud.filterLists': undefined;
  'marketingCloud.filterSends': undefined;
  'marketingCloud.filterImports': undefined;
  'marketingCloud.clearFilter': TreePayload | undefined;
  'marketingCloud.loadMore': TreePayload | undefined;
  'marketingCloud.refreshImports': undefined;
  'marketingCloud.startImport': TreePayload | undefined;
  'marketingCloud.newExtractRequest': TreePayload | undefined;
  'marketingCloud.countSubscribers': TreePayload | undefined;
  'marketingCloud.newUpsertRequest': TreePayload | undefined;
  'marketingCloud.newDeleteRequest': TreePayload | undefined;
  'marketingCloud.showProperties': TreePayload | undefined;
  'marketingCloud.explainFailure': TreePayload | undefined;
  'marketingCloud.showLog': undefined;
  'marketingCloud.openLogFolder': undefined;
  'marketingCloud.showUsage': undefined;
}

export type CommandId = keyof CommandPayloads;

/** All command ids but those of the guides. The record makes the compiler ask for every one of them. */
const commandRecord: Record<Exclude<CommandId, GuideCommandId>, true> = {
  'marketingCloud.trySandbox': true,
  'marketingCloud.connectOrg': true,
  'marketingCloud.selectConnection': true,
  'marketingCloud.selectBusinessUnit': true,
  'marketingCloud.removeConnection': true,
  'marketingCloud.refreshDataExtensions': true,
  'marketingCloud.refreshLists': true,
  'marketingCloud.refreshSends': true,
  'marketingCloud.refreshNode': true,
  'marketingCloud.copyKey': true,
  'marketingCloud.findAnything': true,
  'marketingCloud.openInWeb': true,
  'marketingCloud.rename': true,
  'marketingCloud.copyDefinition': true,
  'marketingCloud.copyDataExtension': true,
  'marketingCloud.clearDataExtension': true,
  'marketingCloud.deleteDataExtension': true,
  'marketingCloud.exportDataExtension': true,
  'marketingCloud.findSubscriber': true,
  'marketingCloud.addSubscriber': true,
  'marketingCloud.changeSubscriber': true,
  'marketingCloud.openRows': true,
  'marketingCloud.writeRows': true,
  'marketingCloud.newRequest': true,
  'marketingCloud.pickGuide': true,
  'marketingCloud.newRowsRequest': true,
  'marketingCloud.newSubscribersRequest': true,
  'marketingCloud.runRequest': true,
  'marketingCloud.openRequest': true,
  'marketingCloud.openRun': true,
  'marketingCloud.openRunAsRequest': true,
  'marketingCloud.repeatRun': true,
  'marketingCloud.compareRuns': true,
  'marketingCloud.deleteRun': true,
  'marketingCloud.clearHistory': true,
  'marketingCloud.pasteAsRequest': true,
  'marketingCloud.runRequestAsync': true,
  'marketingCloud.runAllRequests': true,
  'marketingCloud.runSelectedRequests': true,
  'marketingCloud.runXml': true,
  'marketingCloud.previewEnvelope': true,
  'marketingCloud.cancelRun': true,
  'marketingCloud.showResult': true,
  'marketingCloud.selectEnvironment': true,
  'marketingCloud.copyAs': true,
  'marketingCloud.watchSend': true,
  'marketingCloud.showLiveSends': true,
  'marketingCloud.openLiveSendsEditor': true,
  'marketingCloud.clearFinishedSends': true,
  'marketingCloud.showEarlierSends': true,
  'marketingCloud.showTracking': true,
  'marketingCloud.openSandboxPage': true,
  'marketingCloud.orderSandboxFault': true,
  'marketingCloud.endSandboxFaults': true,
  'marketingCloud.setSandboxClock': true,
  'marketingCloud.resetSandbox': true,
  'marketingCloud.startSend': true,
  'marketingCloud.startTriggeredSend': true,
  'marketingCloud.pauseTriggeredSend': true,
  'marketingCloud.checkConnection': true,
  'marketingCloud.tuneConcurrency': true,
  'marketingCloud.refreshCatalogue': true,
  'marketingCloud.restartLanguageServer': true,
  'marketingCloud.filter': true,
  'marketingCloud.filterDataExtensions': true,
  'marketingCloud.filterLists': true,
  'marketingCloud.filterSends': true,
  'marketingCloud.filterImports': true,
  'marketingCloud.clearFilter': true,
  'marketingCloud.loadMore': true,
  'marketingCloud.refreshImports': true,
  'marketingCloud.startImport': true,
  'marketingCloud.newExtractRequest': true,
  'marketingCloud.countSubscribers': true,
  'marketingCloud.newUpsertRequest': true,
  'marketingCloud.newDeleteRequest': true,
  'marketingCloud.showProperties': true,
  'marketingCloud.explainFailure': true,
  'marketingCloud.showLog': true,
  'marketingCloud.openLogFolder': true,
  'marketingCloud.showUsage': true,
};
export const commandIds: readonly CommandId[] = [
  ...(Object.keys(commandRecord) as (keyof typeof commandRecord)[]),
  ...guideIds.map((id) => `marketingCloud.guide.${id}` as const),
];

/** A node of a tree, as a menu of the tree hands it over. */
export interface TreePayload {
  readonly id: string;
}

/** Where in a scratch file a request stands. */
export interface RequestPlace {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}

export const viewIds = {
  dataExtensions: 'marketingCloud.dataExtensions',
  lists: 'marketingCloud.lists',
  sends: 'marketingCloud.sends',
  imports: 'marketingCloud.imports',
  liveSends: 'marketingCloud.liveSends',
  requests: 'marketingCloud.requests',
} as const;

/** Types of our custom editors. */
export const editorIds = {
  rows: 'marketingCloud.rows',
} as const;

/** Settings by their name below `marketingCloud`. */
export const settingIds = {
  connections: 'connections',
  sandboxAddress: 'sandbox.address',
  sandboxKeepState: 'sandbox.keepState',
  startWith: 'startWith',
  stallAfter: 'liveSends.stallAfter',
  giveUpAfter: 'liveSends.giveUpAfter',
  lintRules: 'lint.rules',
  environments: 'environments',
  confirmAbove: 'request.confirmAbove',
  historyKeep: 'history.keep',
  secretReminder: 'secretReminderDays',
  logKeepDays: 'log.keepDays',
  maxConcurrent: 'request.maxConcurrent',
  maxPerMinute: 'request.maxPerMinute',
  timeoutSynchronous: 'request.timeout.synchronous',
  timeoutAsynchronous: 'request.timeout.asynchronous',
  timeoutRetrieve: 'request.timeout.retrieve',
  strategy: 'request.strategy',
} as const;

export const contextKeys = {
  /** True while a connection is chosen. */
  connected: 'marketingCloud.connected',
} as const;
