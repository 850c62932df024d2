/** What loads the trees of the side bar. It has a door of its own, so that starting the extension loads none of it. */
export { dataExtensionFolders, loadDataExtensionTree } from './dataExtensions/tree.ts';
export { findInOrg, type Found } from './findInOrg.ts';
export {
  hasImportFailed,
  importRunQuery,
  isImportOver,
  readImportRun,
  type ImportRun,
} from './imports/importDefinition.ts';
export { countsText } from './imports/runNode.ts';
export { loadImportTree } from './imports/tree.ts';
export { countByStatus } from './lists/countByStatus.ts';
export { addition, findMemberships, removal, statusChange, type Membership } from './lists/subscribers.ts';
export { listFolders, loadListTree } from './lists/tree.ts';
export { filteredSends } from './sends/filtered.ts';
export { loadSendTree } from './sends/nodes.ts';
