/** Deletes data extensions with their rows, one or all that are chosen, after asking. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { formatNumber, writtenTo, type NodeSubject, type TreeNode } from '../../views/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { confirmDanger, type Danger } from '../danger/confirm.ts';
import { chooseFirst, refused } from '../errors/explained.ts';

interface Parts {
  readonly active: ActiveAccount;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
}

type DataExtension = Extract<NodeSubject, { readonly kind: 'dataExtension' }>;

/** So many are named before the others are counted: a modal does not scroll. */
const mostNamed = 10;

/**
 * What of the nodes is no data extension stays.
 * @throws ExplainedError with the service's words for those that it refused; the others are gone
 */
export async function deleteDataExtensions(
  { active: { account }, changed }: Parts,
  nodes: readonly TreeNode[],
): Promise<void> {
  const chosen = nodes.flatMap(({ subject }) => (subject?.kind === 'dataExtension' ? [subject] : []));
  if (account === undefined || chosen.length === 0)
    throw chooseFirst(l10n.t('Choose a data extension first.'));
  if (!(await confirmDanger(account, dangerOf(chosen)))) return;
  const client = await account.client();
  try {
    const { results } = await client.delete(
      chosen.map(({ key, owner }) => ({
        $type: 'DataExtension',
        ...writtenTo({ owner }),
        CustomerKey: key,
      })),
    );
    const failures = chosen.flatMap((one, index) => {
      const result = results[index];
      return result?.ok === true ? [] : [{ one, words: result?.message }];
    });
    const [first] = failures;
    if (first !== undefined) {
      const names = named(failures.map(({ one }) => one));
      throw refused(notDeleted(failures.length, names), first.words);
    }
  } finally {
    changed();
  }
  const [only, ...others] = chosen;
  vscode.window.setStatusBarMessage(
    only !== undefined && others.length === 0
      ? l10n.t('Deleted {0}', only.name)
      : l10n.t('Deleted {0} data extensions', formatNumber(chosen.length)),
    3000,
  );
}

/** On production a person types the name of the one, or how many they are. */
function dangerOf(chosen: readonly DataExtension[]): Danger {
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) {
    return {
      question: l10n.t('Delete the data extension “{0}”?', only.name),
      detail: l10n.t(
        '{0} is deleted with all its rows (Delete DataExtension). This cannot be undone.',
        only.key,
      ),
      action: l10n.t('Delete'),
      name: only.name,
    };
  }
  return {
    question: l10n.t('Delete {0} data extensions?', formatNumber(chosen.length)),
    detail: l10n.t(
      '{0}: each is deleted with all its rows (Delete DataExtension). This cannot be undone.',
      named(chosen),
    ),
    action: l10n.t('Delete'),
    name: l10n.t('{0} data extensions', formatNumber(chosen.length)),
  };
}

function notDeleted(count: number, names: string): string {
  return count === 1
    ? l10n.t('1 data extension not deleted: {0}.', names)
    : l10n.t('{0} data extensions not deleted: {1}.', formatNumber(count), names);
}

function named(chosen: readonly DataExtension[]): string {
  const names = chosen
    .slice(0, mostNamed)
    .map(({ name }) => name)
    .join(', ');
  const others = chosen.length - mostNamed;
  return others > 0 ? l10n.t('{0} and {1} more', names, formatNumber(others)) : names;
}
