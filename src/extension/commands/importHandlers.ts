/** What the commands of the Imports & Extracts view do. */
import type { ActiveAccount } from '../connections/activeAccount.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { CommandHandlers } from './registerCommand.ts';

interface Parts {
  readonly active: ActiveAccount;
  readonly log: OutputLog;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
}

type ImportCommand = 'marketingCloud.startImport' | 'marketingCloud.newExtractRequest';

export function importHandlers(parts: Parts): Pick<CommandHandlers, ImportCommand> {
  return {
    'marketingCloud.startImport': async (node) =>
      (await import('../imports/startImport.ts')).startImport(parts, node),
    'marketingCloud.newExtractRequest': async (node) =>
      (await import('../imports/newExtractRequest.ts')).newExtractRequest(node),
  };
}
