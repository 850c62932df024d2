/** What is asked of the person before the sandbox org is changed: its faults, its clock, its beginning anew. */
import * as vscode from 'vscode';
import { SandboxControl } from './sandboxControl.ts';

const hour = 3_600_000;

export class SandboxDialogs {
  private readonly control: SandboxControl;
  private readonly changed: () => void;

  /** @param changed called when the org is another one now */
  constructor(address: string, changed: () => void) {
    this.control = new SandboxControl(address);
    this.changed = changed;
  }

  async orderFault(): Promise<void> {
    const kinds = await this.control.faultKinds();
    const picked = await vscode.window.showQuickPick(
      Object.entries(kinds).map(([label, detail]) => ({ label, detail })),
      {
        title: 'Order a fault of the sandbox org',
        placeHolder: 'What is to go wrong',
        matchOnDetail: true,
      },
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
    await this.control.orderFault(picked.label, count.trim() === '' ? undefined : Number(count));
    const reach =
      count.trim() === '' ? 'every request until the faults are ended' : `the next ${count} request(s)`;
    tell(`The sandbox org: ${picked.label} strikes ${reach}.`);
  }

  async endFaults(): Promise<void> {
    await this.control.endFaults();
    tell('No fault is in force in the sandbox org any more.');
  }

  async setClock(): Promise<void> {
    const { now, speed } = await this.control.clock();
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
    if (picked !== undefined) await this.control.setClock(picked.change);
  }

  /** Asks first: everything that was made in it goes. */
  async reset(): Promise<void> {
    const reset = 'Reset';
    const detail = 'Everything that was made in it is gone, and it is again as it was at its start.';
    const answer = await vscode.window.showWarningMessage(
      'Reset the sandbox org?',
      { modal: true, detail },
      reset,
    );
    if (answer !== reset) return;
    await this.control.reset();
    this.changed();
    tell('The sandbox org begins anew.');
  }
}

/** Nothing to decide on: it goes away by itself. */
function tell(text: string): void {
  vscode.window.setStatusBarMessage(text, 5000);
}
