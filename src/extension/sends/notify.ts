/** Tells a person who looks elsewhere what happened to a send. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { eventText, type SendEvent, type WatchedSend } from '../../views/index.ts';

interface Offers {
  readonly open: () => Promise<unknown>;
  readonly tracking: () => Promise<unknown>;
}

type Tell = (text: string, ...buttons: string[]) => Thenable<string | undefined>;

/** How much attention each event asks for. */
const tells: Readonly<Record<SendEvent, Tell>> = {
  finished: vscode.window.showInformationMessage,
  canceled: vscode.window.showWarningMessage,
  failed: vscode.window.showErrorMessage,
  stalled: vscode.window.showWarningMessage,
  'gave-up': vscode.window.showWarningMessage,
};

const open = l10n.t('Open');
const tracking = l10n.t('Tracking');

/** @returns what is said, and the work that the person's answer to it leads to. */
export function notify(
  event: SendEvent,
  send: WatchedSend,
  offers: Offers,
): { readonly text: string; readonly answered: Promise<unknown> } {
  const text = eventText(event, send);
  const buttons = event === 'finished' ? [open, tracking] : [open];
  return { text, answered: answer(tells[event](text, ...buttons), offers) };
}

async function answer(chosen: Thenable<string | undefined>, offers: Offers): Promise<void> {
  const button = await chosen;
  if (button === open) await offers.open();
  if (button === tracking) await offers.tracking();
}
