/** Opens the properties of what is chosen in a tree. */
import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Catalogue } from '../../catalogue/index.ts';
import { PropertiesPages, type Account, type TreeNode } from '../../views/index.ts';
import { showFailure } from '../commands/registerCommand.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { confirmDanger } from '../danger/confirm.ts';
import { describeError, ExplainedError } from '../errors/describeError.ts';
import type { OutputLog } from '../log/outputLog.ts';

export interface PropertiesParts {
  readonly active: ActiveAccount;
  readonly catalogue: () => Promise<Catalogue>;
  readonly extensionUri: vscode.Uri;
  readonly log: OutputLog;
}

/** The pages of a window; what is written on production asks once more. @param written see `PropertiesPages` */
export function createPropertiesPages(
  parts: PropertiesParts,
  written: (account: Account, objectType: string) => void,
): PropertiesPages {
  return new PropertiesPages({
    ...parts,
    written,
    accountOf: (connectionId, mid) => parts.active.accountOf(connectionId, mid),
    describeError,
    confirm: (where, { title, review = [] }) =>
      where.isProduction === true
        ? confirmDanger(where, {
            question: l10n.t('Change “{0}”?', title),
            detail: l10n.t('This writes {0} (Update).', review.map(({ path }) => path).join(', ')),
            action: l10n.t('Write'),
            name: title,
          })
        : Promise.resolve(true),
    tell: (error) => {
      showFailure(error, parts.log).then(undefined, () => undefined);
    },
  });
}

/** @throws ExplainedError when the node is no object of the API */
export function showProperties(
  pages: PropertiesPages,
  { account }: ActiveAccount,
  { node, written }: { readonly node: TreeNode | undefined; readonly written: () => void },
): void {
  const subject = node?.subject;
  if (account === undefined || subject === undefined || !pages.show(account, subject, written)) {
    throw new ExplainedError(
      l10n.t('There are no properties to show.'),
      l10n.t('Choose a data extension, field, list, send, subscriber or definition in the side bar.'),
    );
  }
}
