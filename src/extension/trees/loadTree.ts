/** Loads what the trees of the side bar show. Comes with the first of them: no start of the editor waits for it. */
import {
  dataExtensionFolders,
  filteredSends,
  listFolders,
  loadDataExtensionTree,
  loadImportTree,
  loadListTree,
  loadSendTree,
  type Account,
  type FolderCache,
  type LiveNumbers,
  type TreeNode,
} from '../../views/index.ts';

/** The trees that show what the account has. */
export type AccountTree = 'dataExtensions' | 'lists' | 'sends' | 'imports';

interface Wanted {
  /** Text that a person filters by; empty for everything. */
  readonly filter: string;
  readonly signal: AbortSignal;
  readonly live: LiveNumbers;
  /** Folders that are known, by tree; those that are read are added. */
  readonly folders: Map<AccountTree, FolderCache>;
}

export async function loadTree(
  account: Account,
  tree: AccountTree,
  { filter, signal, live, folders }: Wanted,
): Promise<readonly TreeNode[]> {
  const foldersOf = (make: () => FolderCache): FolderCache => {
    const known = folders.get(tree) ?? make();
    folders.set(tree, known);
    return known;
  };
  switch (tree) {
    case 'dataExtensions':
      return loadDataExtensionTree(account, foldersOf(dataExtensionFolders), filter);
    case 'lists':
      return loadListTree(account, foldersOf(listFolders), filter);
    case 'sends':
      if (filter !== '') return [filteredSends(account, filter, new Date())];
      return loadSendTree(account, new Date(), live, signal);
    case 'imports':
      return loadImportTree(account, filter);
  }
}
