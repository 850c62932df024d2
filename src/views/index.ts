/** The front door of the views. */
export type { Account, ErrorText } from './account.ts';
export { formatBytes, formatDuration, formatNumber } from './display.ts';
export type { ExportError } from './export/index.ts';
export { ResultPanel } from './panels/result/panel.ts';
export { ResultSession } from './panels/result/session.ts';
export { rowObjects } from './panels/result/table.ts';
export { cardOf, summaryOf } from './panels/sends/card.ts';
export { LiveSendsView } from './panels/sends/panel.ts';
export { SendMonitor, type WatchedSend, type WatchTarget } from './sends/monitor.ts';
export { phaseOf, readSend, recentSendsQuery, sendsQuery } from './sends/send.ts';
export { loadDataExtensionTree } from './trees/dataExtensions/nodes.ts';
export { loadListTree } from './trees/lists/nodes.ts';
export { loadSendTree } from './trees/sends/nodes.ts';
export type { NodeSubject, TreeNode } from './trees/treeNode.ts';
export { TreeProvider } from './trees/treeProvider.ts';
