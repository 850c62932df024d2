/** Shows nested folders as tree nodes, with what they hold behind their sub-folders. */
import * as l10n from '@vscode/l10n';
import { accountKey, type Account } from '../account.ts';
import { foldersQuery, nestFolders, type Folder } from './folders.ts';
import { byLabel, facts, type NodePage, type NodePages, type TreeNode } from './treeNode.ts';

/** What a folder holds beside folders, a page at a time. */
export type LoadContent = (folder: Folder, signal: AbortSignal) => AsyncIterable<NodePage>;

interface KeptFolders {
  readonly account: string;
  readonly folders: Promise<readonly Folder[]>;
  readonly leaving: AbortController;
}

/** The folders of one view's account; they are asked for once, by whoever wants them first, until they are forgotten. */
export class FolderCache {
  private readonly contentTypes: readonly string[];
  private kept: KeptFolders | undefined;

  constructor(contentTypes: readonly string[]) {
    this.contentTypes = contentTypes;
  }

  /** The outermost folders. Who gives up waiting for them takes them from nobody else. */
  of(account: Account): Promise<readonly Folder[]> {
    const key = accountKey(account);
    if (this.kept?.account === key) return this.kept.folders;
    this.forget();
    const leaving = new AbortController();
    const folders = loadFolders(account, this.contentTypes, leaving.signal);
    this.kept = { account: key, folders, leaving };
    // What failed is tried anew the next time.
    folders.catch(() => {
      if (this.kept?.folders === folders) this.kept = undefined;
    });
    return folders;
  }

  /** They are asked for anew the next time; what is under way is broken off. */
  forget(): void {
    this.kept?.leaving.abort();
    this.kept = undefined;
  }
}

/** @param everywhere as for `foldersQuery` */
export async function loadFolders(
  account: Account,
  contentTypes: readonly string[],
  signal: AbortSignal,
  everywhere = false,
): Promise<readonly Folder[]> {
  const client = await account.client();
  return nestFolders(
    await client.retrieveAll(foldersQuery(contentTypes, everywhere), { signal }),
    contentTypes,
  );
}

/** The nodes of the outermost folders; the first is open from the start. */
export function folderNodes(folders: readonly Folder[], loadContent: LoadContent): TreeNode[] {
  return folders.map((folder, index) => ({
    ...folderNode(folder, loadContent),
    expanded: index === 0,
  }));
}

export function folderNode(folder: Folder, loadContent: LoadContent): TreeNode {
  const { id, name, key, contentType, path } = folder;
  return {
    id: `folder:${String(id)}`,
    label: name,
    kind: l10n.t('folder'),
    icon: 'folder',
    subject: { kind: 'folder', id, name, key, contentType },
    tooltip: facts(
      [l10n.t('Folder'), name],
      [l10n.t('In'), path.join(' / ')],
      [l10n.t('Key'), key],
      [l10n.t('Category ID'), String(id)],
    ),
    pages: folderPages(folder, loadContent),
  };
}

function folderPages(folder: Folder, loadContent: LoadContent): NodePages {
  return {
    load: async function* (signal) {
      const inner = folder.folders.map((each) => folderNode(each, loadContent));
      let isFirst = true;
      for await (const page of loadContent(folder, signal)) {
        // Folders come with the first page: they are there already, but what stays open must not move twice.
        yield isFirst ? { ...page, nodes: [...inner, ...page.nodes] } : page;
        isFirst = false;
      }
      if (isFirst) yield { nodes: inner, isFull: false };
    },
    compare: foldersFirst,
    empty: l10n.t('This folder is empty'),
  };
}

export function foldersFirst(a: TreeNode, b: TreeNode): number {
  return Number(b.kind === 'folder') - Number(a.kind === 'folder') || byLabel(a, b);
}
