/** Asks before something that cannot be taken back: in a modal, and for the name typed where the org is in production. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Account } from '../../views/index.ts';
import { askText } from '../dialogs/askText.ts';

export interface Danger {
  /** A question, e.g. "Delete the data extension “Orders”?". */
  readonly question: string;
  /** What happens, how many objects, which keys. */
  readonly detail: string;
  /** The word on the button, e.g. "Delete". */
  readonly action: string;
  /** What has to be typed on a production org, e.g. the name of what is deleted. */
  readonly name: string;
}

/** True when the person wants it. */
export async function confirmDanger(
  account: Pick<Account, 'label' | 'isProduction'>,
  danger: Danger,
): Promise<boolean> {
  const { question, detail, action, name } = danger;
  const isProduction = account.isProduction === true;
  const where = isProduction
    ? l10n.t('In {0}, which is production.', account.label)
    : l10n.t('In {0}.', account.label);
  const options = { modal: true, detail: `${where} ${detail}` };
  const chosen = await vscode.window.showWarningMessage(question, options, action);
  if (chosen !== action) return false;
  return !isProduction || typedName(question, name);
}

async function typedName(question: string, name: string): Promise<boolean> {
  const typed = await askText({
    title: question,
    prompt: l10n.t('This org is production. Type {0} to go on.', name),
    validateInput: (text) => (text === name ? undefined : l10n.t('Type {0} exactly, or press Escape.', name)),
  });
  return typed === name;
}
