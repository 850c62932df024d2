/** What the commands do that belong to the trees as such: refresh, filter, more, copy keys. */
import * as l10n from '@vscode/l10n';
import type { TreePayload } from '../../shared/contributions.ts';
import type { Accounts } from '../connections/accounts.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import type { CommandHandlers } from './registerCommand.ts';
import type { AccountTree } from '../trees/loadTree.ts';
import type { TreeViews } from './treeViews.ts';

type TreeCommand =
  | 'marketingCloud.refreshDataExtensions'
  | 'marketingCloud.refreshLists'
  | 'marketingCloud.refreshSends'
  | 'marketingCloud.refreshImports'
  | 'marketingCloud.refreshNode'
  | 'marketingCloud.filter'
  | 'marketingCloud.filterDataExtensions'
  | 'marketingCloud.filterLists'
  | 'marketingCloud.filterSends'
  | 'marketingCloud.filterImports'
  | 'marketingCloud.clearFilter'
  | 'marketingCloud.loadMore'
  | 'marketingCloud.copyKey'
  | 'marketingCloud.openInWeb'
  | 'marketingCloud.rename'
  | 'marketingCloud.explainFailure';

interface Parts {
  readonly accounts: Accounts;
  readonly active: ActiveAccount;
  readonly checkConnection: () => unknown;
}

/** Titles of the filter box. */
const filterTitles: Readonly<Record<AccountTree, string>> = {
  dataExtensions: l10n.t('Filter data extensions and folders'),
  lists: l10n.t('Filter lists and groups'),
  sends: l10n.t('Filter sends and send definitions'),
  imports: l10n.t('Filter import definitions'),
};

export function treeHandlers(
  trees: TreeViews,
  { accounts, active, checkConnection }: Parts,
): Pick<CommandHandlers, TreeCommand> {
  const filter = async (tree: AccountTree): Promise<void> => {
    const { filterView } = await import('../trees/filterView.ts');
    filterView(trees[tree], filterTitles[tree]);
  };
  const treeOf = (node: TreePayload | undefined): AccountTree => {
    const found = trees.treeOf(node);
    const all: readonly AccountTree[] = ['dataExtensions', 'lists', 'sends', 'imports'];
    return all.find((name) => trees[name] === found) ?? 'dataExtensions';
  };
  return {
    'marketingCloud.refreshDataExtensions': () => trees.dataExtensions.refresh(),
    'marketingCloud.refreshLists': () => trees.lists.refresh(),
    'marketingCloud.refreshSends': () => trees.sends.refresh(),
    'marketingCloud.refreshImports': () => trees.imports.refresh(),
    'marketingCloud.refreshNode': (node) => trees.refreshNode(node),
    'marketingCloud.filter': (node) => filter(treeOf(node)),
    'marketingCloud.filterDataExtensions': () => filter('dataExtensions'),
    'marketingCloud.filterLists': () => filter('lists'),
    'marketingCloud.filterSends': () => filter('sends'),
    'marketingCloud.filterImports': () => filter('imports'),
    'marketingCloud.clearFilter': (node) => trees.treeOf(node)?.setFilter(''),
    'marketingCloud.loadMore': async (node) => {
      const [more] = trees.chosen(node);
      if (more !== undefined) await trees.treeOf(node)?.loadMore(more);
    },
    'marketingCloud.explainFailure': async (node) => {
      const { explainFailure } = await import('./explainFailure.ts');
      const retry = (): void => trees.refreshNode(node);
      await explainFailure(trees.chosen(node)[0], active.account, { retry, checkConnection });
    },
    'marketingCloud.openInWeb': async (node) =>
      (await import('../trees/openInWeb.ts')).openInWeb(
        accounts,
        active.account,
        trees.chosen(node)[0]?.subject,
      ),
    'marketingCloud.rename': async (place) => {
      const byKey = typeof place === 'string';
      const tree = byKey ? trees[place] : trees.treeOf(place);
      const [node] = byKey ? trees[place].selection : trees.chosen(place);
      const { renameNode } = await import('../properties/renameNode.ts');
      // What it is called and where it stands, its parent says.
      await renameNode(active, node, () => tree?.refresh(node && tree.getParent(node)));
    },
    'marketingCloud.copyKey': async (node) => (await import('./copyKey.ts')).copyKeys(trees.chosen(node)),
  };
}
