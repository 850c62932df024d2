/** Why a node could not be loaded: what was asked, what came back, and what to do about it. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Account, TreeNode } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { explanation } from '../errors/explanation.ts';

const again = l10n.t('Try Again');
const check = l10n.t('Check the Connection');

interface Actions {
  readonly retry: () => void;
  readonly checkConnection: () => unknown;
}

/** @param account whose permissions it may be about */
export async function explainFailure(
  node: TreeNode | undefined,
  account: Account | undefined,
  { retry, checkConnection }: Actions,
): Promise<void> {
  const subject = node?.subject;
  if (subject?.kind !== 'failure') {
    throw new ExplainedError(
      l10n.t('Nothing has failed here.'),
      l10n.t('This command belongs to what could not be loaded.'),
    );
  }
  const { title, detail } = explanation(subject.error, subject.parent?.label, account?.label);
  const chosen = await vscode.window.showWarningMessage(title, { modal: true, detail }, again, check);
  if (chosen === again) retry();
  if (chosen === check) await checkConnection();
}
