/** What is asked of the person before the sandbox org is changed: its faults, its clock, its beginning anew. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { askText } from '../dialogs/askText.ts';
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
        title: l10n.t('Order a fault of the sandbox org'),
        placeHolder: l10n.t('What is to go wrong'),
        matchOnDetail: true,
      },
    );
    if (picked === undefined) return;
    const count = await askText({
      title: l10n.t('Order a fault: {0}', picked.label),
      prompt: l10n.t(
        'How many of the next requests it strikes; empty for all of them until the faults are ended',
      ),
      value: '1',
      validateInput: (text) =>
        /^(?:[1-9]\d{0,6})?$/.test(text.trim()) ? undefined : l10n.t('A whole number above 0.'),
    });
    if (count === undefined) return;
    await this.control.orderFault(picked.label, count.trim() === '' ? undefined : Number(count));
    tell(struck(picked.label, count.trim()));
  }

  async endFaults(): Promise<void> {
    await this.control.endFaults();
    tell(l10n.t('No fault is in force in the sandbox org any more.'));
  }

  async setClock(): Promise<void> {
    const { now, speed } = await this.control.clock();
    const picked = await vscode.window.showQuickPick(
      [
        { label: '×1', description: l10n.t('As fast as any clock'), change: { speed: 1 } },
        {
          label: '×60',
          description: l10n.t('A minute in a second: sends go out while you watch'),
          change: { speed: 60 },
        },
        {
          label: l10n.t('Stop'),
          description: l10n.t('Nothing moves until it runs again'),
          change: { speed: 0 },
        },
        { label: l10n.t('+1 hour'), description: '', change: { advance: hour } },
        { label: l10n.t('+1 day'), description: '', change: { advance: 24 * hour } },
      ],
      {
        title: l10n.t('Clock of the sandbox org'),
        placeHolder: l10n.t('It shows {0} and runs at ×{1}', now, speed),
      },
    );
    if (picked !== undefined) await this.control.setClock(picked.change);
  }

  /** Asks first: everything that was made in it goes. */
  async reset(): Promise<void> {
    const reset = l10n.t('Reset');
    const detail = l10n.t('Everything that was made in it is gone, and it is again as it was at its start.');
    const answer = await vscode.window.showWarningMessage(
      l10n.t('Reset the sandbox org?'),
      { modal: true, detail },
      reset,
    );
    if (answer !== reset) return;
    await this.control.reset();
    this.changed();
    tell(l10n.t('The sandbox org begins anew.'));
  }
}

function struck(fault: string, count: string): string {
  if (count === '')
    return l10n.t('The sandbox org: {0} strikes every request until the faults are ended.', fault);
  return count === '1'
    ? l10n.t('The sandbox org: {0} strikes the next request.', fault)
    : l10n.t('The sandbox org: {0} strikes the next {1} requests.', fault, count);
}

/** Nothing to decide on: it goes away by itself. */
function tell(text: string): void {
  vscode.window.setStatusBarMessage(text, 5000);
}
