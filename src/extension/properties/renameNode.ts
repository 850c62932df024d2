/** Asks for another name of what is chosen in a tree, and writes it. */
import * as l10n from '@vscode/l10n';
import { canRename, rename, type TreeNode } from '../../views/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { confirmDanger } from '../danger/confirm.ts';
import { askText } from '../dialogs/askText.ts';
import { ExplainedError } from '../errors/describeError.ts';
import { chooseFirst, refused } from '../errors/explained.ts';

/**
 * On production it asks once more, as any change of properties does.
 * @param renamed called when there is something else to see in the tree
 * @throws MarketingCloudError; ExplainedError with the service's words when it refused
 */
export async function renameNode(
  { account }: ActiveAccount,
  node: TreeNode | undefined,
  renamed: () => void,
): Promise<void> {
  if (account === undefined || node?.subject === undefined || !canRename(node.subject))
    throw chooseFirst(l10n.t('Choose what is to be renamed first.'));
  const { label, subject } = node;
  const text = await askText({
    title: l10n.t('Rename “{0}”', label),
    prompt: l10n.t('The new name in {0}; the key stays as it is', account.label),
    value: label,
    validateInput: (value) => (value.trim() === '' ? l10n.t('A name is needed.') : undefined),
  });
  const name = text?.trim();
  if (name === undefined || name === label) return;
  const isMeant =
    account.isProduction !== true ||
    (await confirmDanger(account, {
      question: l10n.t('Rename “{0}” to “{1}”?', label, name),
      detail: l10n.t('What finds it by its name will not find it any more (Update).'),
      action: l10n.t('Rename'),
      name: label,
    }));
  if (!isMeant) return;
  const result = await rename(await account.client(), subject, name);
  renamed();
  if (result === undefined)
    throw new ExplainedError(l10n.t('{0} is gone.', label), l10n.t('It was deleted meanwhile.'));
  if (!result.ok) throw refused(l10n.t('“{0}” was not renamed.', label), result.message);
}
