/** What the commands in the menu of a data extension do to it as a whole. */
import type { ActiveAccount } from '../connections/activeAccount.ts';
import type { CommandHandlers } from './registerCommand.ts';

interface Parts {
  readonly active: ActiveAccount;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
}

type DataExtensionCommand =
  | 'marketingCloud.copyDefinition'
  | 'marketingCloud.copyDataExtension'
  | 'marketingCloud.clearDataExtension'
  | 'marketingCloud.deleteDataExtension'
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
    'marketingCloud.deleteDataExtension': async (node) => (await manage()).deleteDataExtension(parts, node),
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
