/** The front door of the views. */
export { accountKey, type Account, type ErrorText } from './account.ts';
export { formatBytes, formatDuration, formatNumber } from './display.ts';
export { exportFormats, exportToFile, type ExportError, type ExportTable } from './export/index.ts';
export { checkRow, pendingRow } from './panels/checkup/checkRows.ts';
export { localRows, type LocalFacts } from './panels/checkup/localRows.ts';
export { CheckupPanel } from './panels/checkup/panel.ts';
export { reportText, verdictOf } from './panels/checkup/report.ts';
export { PropertiesPages } from './panels/properties/panel.ts';
export { canRename, rename } from './panels/properties/rename.ts';
export { exportRows } from './panels/result/exportRows.ts';
export { LongXml, noXml } from './panels/result/longXml.ts';
export { ResultPanel } from './panels/result/panel.ts';
export { ResultSession } from './panels/result/session.ts';
export { rowObjects } from './export/objectTable.ts';
export { cardOf } from './panels/sends/card.ts';
export { Milestones } from './panels/sends/milestones.ts';
export { LiveSendsPages } from './panels/sends/panel.ts';
export { trackingAskedFor, trackingPartOf, trackingRows } from './panels/sends/trackingPart.ts';
export { eventText, nameOf, statusLine, statusText } from './panels/sends/wording.ts';
export { forgotten, readKept, writeKept, type KeptSend } from './sends/keptSend.ts';
export { SendMonitor } from './sends/monitor.ts';
export { isOver, phaseOf, readSend, recentSendsQuery } from './sends/send.ts';
export { readSendDefinition, sendDefinitionQuery } from './sends/sendDefinition.ts';
export { sendsInAnswer } from './sends/sendsInAnswer.ts';
export { SendService } from './sends/sendService.ts';
export { newestSince, sendsOfDefinitionQuery, startedSends, type StartedSend } from './sends/startedSends.ts';
export { loadTracking, type Tracking } from './sends/tracking.ts';
export { allTriggeredDefinitionsQuery, readTriggeredDefinition } from './sends/triggeredSend.ts';
export { definitionJson, definitionXml, readDefinition, renamed } from './dataExtensions/definition.ts';
export { exportedTable, wholeTable } from './panels/rows/exportedTable.ts';
export { RowsEditor } from './panels/rows/rowsEditor.ts';
export type { RowsSession } from './panels/rows/session.ts';
export type { RowsTarget } from './panels/rows/target.ts';
export { keyOf, type Reading, type SendEvent, type WatchedSend, type WatchTarget } from './sends/watch.ts';
export type { FolderCache } from './trees/folderNodes.ts';
export { askedOf, writtenTo } from './trees/dataExtensions/dataExtension.ts';
export { dataExtensionFolders, loadDataExtensionTree } from './trees/dataExtensions/tree.ts';
export { findInOrg, type Found } from './trees/findInOrg.ts';
export {
  hasImportFailed,
  importRunQuery,
  isImportOver,
  readImportRun,
  type ImportRun,
} from './trees/imports/importDefinition.ts';
export { countsText } from './trees/imports/runNode.ts';
export { loadImportTree } from './trees/imports/tree.ts';
export { countByStatus } from './trees/lists/countByStatus.ts';
export {
  addition,
  findMemberships,
  removal,
  statusChange,
  type Membership,
} from './trees/lists/subscribers.ts';
export { listFolders, loadListTree } from './trees/lists/tree.ts';
export { filteredSends } from './trees/sends/filtered.ts';
export { loadSendTree } from './trees/sends/nodes.ts';
export type { LiveNumbers, RunningSend } from './trees/sends/nodes.ts';
export type { NodeSubject, TreeNode } from './trees/treeNode.ts';
export { TreeProvider } from './trees/treeProvider.ts';
export { TreeState } from './trees/treeState.ts';
export { readStack, stackOfAddress, webPage } from './webPages.ts';
export { readLoggedCall, UsageCounter } from './usage/usage.ts';
export { usageReport } from './usage/usageReport.ts';
