/** Deletes data extensions with their rows, one or all that are chosen, after asking. */
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
  if (account === undefined || chosen.length === 0) throw chooseFirst('a data extension');
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
      throw refused(`${counted(failures.length)} not deleted: ${names}.`, first.words);
    }
  } finally {
    changed();
  }
  const what = chosen.length === 1 ? (chosen[0]?.name ?? '') : counted(chosen.length);
  vscode.window.setStatusBarMessage(`Deleted ${what}`, 3000);
}

/** On production a person types the name of the one, or how many they are. */
function dangerOf(chosen: readonly DataExtension[]): Danger {
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) {
    return {
      question: `Delete the data extension “${only.name}”?`,
      detail: `${only.key} is deleted with all its rows (Delete DataExtension). This cannot be undone.`,
      action: 'Delete',
      name: only.name,
    };
  }
  return {
    question: `Delete ${counted(chosen.length)}?`,
    detail: `${named(chosen)}: each is deleted with all its rows (Delete DataExtension). This cannot be undone.`,
    action: 'Delete',
    name: counted(chosen.length),
  };
}

function counted(count: number): string {
  return `${formatNumber(count)} data extension${count === 1 ? '' : 's'}`;
}

function named(chosen: readonly DataExtension[]): string {
  const names = chosen.slice(0, mostNamed).map(({ name }) => name);
  const others = chosen.length - names.length;
  return `${names.join(', ')}${others === 0 ? '' : ` and ${formatNumber(others)} more`}`;
}
