/** The ids of everything the manifest contributes; a test holds this file and package.json together in both directions. */

/** What a command can be called with, beside nothing at all from the command palette. */
export interface CommandPayloads {
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
  'marketingCloud.newRequest': undefined;
  'marketingCloud.newRowsRequest': TreePayload | undefined;
  'marketingCloud.newSubscribersRequest': TreePayload | undefined;
  'marketingCloud.runRequest': RequestPlace | undefined;
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
  'marketingCloud.tuneConcurrency': undefined;
  'marketingCloud.refreshCatalogue': undefined;
  'marketingCloud.showLog': undefined;
}

export type CommandId = keyof CommandPayloads;

/** All command ids. The record makes the compiler ask for every one of them. */
const commandRecord: Record<CommandId, true> = {
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
  'marketingCloud.newRequest': true,
  'marketingCloud.newRowsRequest': true,
  'marketingCloud.newSubscribersRequest': true,
  'marketingCloud.runRequest': true,
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
  'marketingCloud.tuneConcurrency': true,
  'marketingCloud.refreshCatalogue': true,
  'marketingCloud.showLog': true,
};
export const commandIds = Object.keys(commandRecord) as CommandId[];

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
  liveSends: 'marketingCloud.liveSends',
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
