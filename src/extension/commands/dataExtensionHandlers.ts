/** What the commands in the menu of a data extension do to it as a whole. */
import type { TreePayload } from '../../shared/contributions.ts';
import type { TreeNode } from '../../views/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import type { CommandHandlers } from './registerCommand.ts';

interface Parts {
  readonly active: ActiveAccount;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
  /** The node of a menu and all that are chosen with it; without a menu, all that are chosen in the tree. */
  readonly chosen: (payload: TreePayload | undefined) => readonly TreeNode[];
}

type DataExtensionCommand =
  | 'marketingCloud.copyDefinition'
  | 'marketingCloud.copyDataExtension'
  | 'marketingCloud.clearDataExtension'
  | 'marketingCloud.deleteDataExtension'
  | 'marketingCloud.exportDataExtension'
  | 'marketingCloud.newRowsRequest'
  | 'marketingCloud.newUpsertRequest'
  | 'marketingCloud.newDeleteRequest';

export function dataExtensionHandlers(parts: Parts): Pick<CommandHandlers, DataExtensionCommand> {
  /** Loaded with the first of them. */
  const manage = () => import('../dataExtensions/manageDataExtension.ts');
  return {
    'marketingCloud.copyDefinition': async (node) => (await manage()).copyDefinition(parts, node),
    'marketingCloud.copyDataExtension': async (node) => (await manage()).copyDataExtension(parts, node),
    'marketingCloud.clearDataExtension': async (node) => (await manage()).clearDataExtension(parts, node),
    'marketingCloud.deleteDataExtension': async (node) => {
      const { deleteDataExtensions } = await import('../dataExtensions/deleteDataExtensions.ts');
      await deleteDataExtensions(parts, parts.chosen(node));
    },
    'marketingCloud.exportDataExtension': async (node) =>
      (await import('../rows/exportRows.ts')).exportDataExtension(parts.active, node),
    'marketingCloud.newRowsRequest': async (node) =>
      (await import('./newRequest.ts')).newRowsRequest(parts.active, node),
    'marketingCloud.newUpsertRequest': async (node) => {
      const { upsertRequest } = await import('../requests/rowTemplates.ts');
      await (await import('./newRequest.ts')).newRowRequest(parts.active, node, upsertRequest);
    },
    'marketingCloud.newDeleteRequest': async (node) => {
      const { deleteRequest } = await import('../requests/rowTemplates.ts');
      await (await import('./newRequest.ts')).newRowRequest(parts.active, node, deleteRequest);
    },
  };
}
