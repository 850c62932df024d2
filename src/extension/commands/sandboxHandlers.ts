/** What the commands do that change the sandbox org itself: its page, faults, clock and reset. */
import * as vscode from 'vscode';
import { pageOfSandbox, type SandboxHost } from '../connections/sandboxHost.ts';
import type { CommandHandlers } from './registerCommand.ts';

interface Parts {
  readonly sandbox: SandboxHost;
  /** Called when the org is another one now. */
  readonly changed: () => void;
}

type SandboxCommand =
  | 'marketingCloud.openSandboxPage'
  | 'marketingCloud.orderSandboxFault'
  | 'marketingCloud.endSandboxFaults'
  | 'marketingCloud.setSandboxClock'
  | 'marketingCloud.resetSandbox';

export function sandboxHandlers({ sandbox, changed }: Parts): Pick<CommandHandlers, SandboxCommand> {
  /** Loaded with the first of them. */
  const dialogs = async () => {
    const { SandboxDialogs } = await import('../connections/sandboxDialogs.ts');
    return new SandboxDialogs((await sandbox.access()).address, changed);
  };
  return {
    'marketingCloud.openSandboxPage': async () => {
      const { address } = await sandbox.access();
      await vscode.env.openExternal(vscode.Uri.parse(pageOfSandbox(address)));
    },
    'marketingCloud.orderSandboxFault': async () => (await dialogs()).orderFault(),
    'marketingCloud.endSandboxFaults': async () => (await dialogs()).endFaults(),
    'marketingCloud.setSandboxClock': async () => (await dialogs()).setClock(),
    'marketingCloud.resetSandbox': async () => (await dialogs()).reset(),
  };
}
