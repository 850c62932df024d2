/** What the commands do that change the sandbox org itself: its page, faults, clock and reset. */
import * as vscode from 'vscode';
import type { SandboxHost } from '../connections/sandboxHost.ts';
import { SandboxControl } from '../connections/sandboxControl.ts';
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
  const control = async (): Promise<SandboxControl> => new SandboxControl((await sandbox.access()).address);
  return {
    'marketingCloud.openSandboxPage': async () => {
      const { address } = await sandbox.access();
      await vscode.env.openExternal(vscode.Uri.parse(`${address.replace(/\/$/, '')}/_sandbox`));
    },
    'marketingCloud.orderSandboxFault': async () => orderFault(await control()),
    'marketingCloud.endSandboxFaults': async () => {
      await (await control()).endFaults();
      tell('No fault is in force in the sandbox org any more.');
    },
    'marketingCloud.setSandboxClock': async () => setClock(await control()),
    'marketingCloud.resetSandbox': async () => {
      const reset = 'Reset';
      const detail = 'Everything that was made in it is gone, and it is again as it was at its start.';
      const answer = await vscode.window.showWarningMessage(
        'Reset the sandbox org?',
        { modal: true, detail },
        reset,
      );
      if (answer !== reset) return;
      await (await control()).reset();
      changed();
      tell('The sandbox org begins anew.');
    },
  };
}

async function orderFault(control: SandboxControl): Promise<void> {
  const kinds = await control.faultKinds();
  const picked = await vscode.window.showQuickPick(
    Object.entries(kinds).map(([label, detail]) => ({ label, detail })),
    { title: 'Order a fault of the sandbox org', placeHolder: 'What is to go wrong', matchOnDetail: true },
  );
  if (picked === undefined) return;
  const count = await vscode.window.showInputBox({
    title: `Order a fault: ${picked.label}`,
    prompt: 'How many of the next requests it strikes; empty for all of them until the faults are ended',
    value: '1',
    validateInput: (text) =>
      /^(?:[1-9]\d{0,6})?$/.test(text.trim()) ? undefined : 'A whole number above 0.',
  });
  if (count === undefined) return;
  await control.orderFault(picked.label, count.trim() === '' ? undefined : Number(count));
  const reach =
    count.trim() === '' ? 'every request until the faults are ended' : `the next ${count} request(s)`;
  tell(`The sandbox org: ${picked.label} strikes ${reach}.`);
}

const hour = 3_600_000;

async function setClock(control: SandboxControl): Promise<void> {
  const { now, speed } = await control.clock();
  const picked = await vscode.window.showQuickPick(
    [
      { label: '×1', description: 'As fast as any clock', change: { speed: 1 } },
      {
        label: '×60',
        description: 'A minute in a second: sends go out while you watch',
        change: { speed: 60 },
      },
      { label: 'Stop', description: 'Nothing moves until it runs again', change: { speed: 0 } },
      { label: '+1 hour', description: '', change: { advance: hour } },
      { label: '+1 day', description: '', change: { advance: 24 * hour } },
    ],
    { title: 'Clock of the sandbox org', placeHolder: `It shows ${now} and runs at ×${String(speed)}` },
  );
  if (picked !== undefined) await control.setClock(picked.change);
}

/** Nothing to decide on: it goes away by itself. */
function tell(text: string): void {
  vscode.window.setStatusBarMessage(text, 5000);
}
