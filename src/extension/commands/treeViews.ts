/** The trees of the side bar, and what their menus act on. */
import type * as vscode from 'vscode';
import { viewIds, type TreePayload } from '../../shared/contributions.ts';
import {
  accountKey,
  TreeProvider,
  TreeState,
  type Account,
  type FolderCache,
  type LiveNumbers,
  type NodeSubject,
  type TreeNode,
} from '../../views/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { describeError } from '../errors/describeError.ts';
import { dragToFile } from '../trees/dragToFile.ts';
import type { AccountTree } from '../trees/loadTree.ts';
import { treesShowing } from '../trees/treesShowing.ts';

export interface TreeViews extends Readonly<Record<AccountTree, TreeProvider>> {
  /** Scratch files and what has been run; it belongs to no account. */
  readonly requests: TreeProvider;
  refreshAll(): void;
  /** Loads those trees anew that show objects of these types, when they show that account. */
  refreshShowing(account: Pick<Account, 'connectionId' | 'mid'>, types: readonly string[]): void;
  /** Loads a node's children anew; for a failure, what failed. */
  refreshNode(payload: TreePayload | undefined): void;
  /** The tree that a node belongs to. */
  treeOf(payload: TreePayload | undefined): TreeProvider | undefined;
  /** The node of a menu, and all that are chosen with it. */
  chosen(payload: TreePayload | undefined): readonly TreeNode[];
  dispose(): void;
}

interface Parts {
  readonly active: ActiveAccount;
  readonly live: LiveNumbers;
  readonly requests: TreeProvider;
  /** Of the workspace: what was opened and filtered is kept there. */
  readonly state: vscode.Memento;
}

export function createTreeViews({ active, live, requests, state }: Parts): TreeViews {
  const folders = new Map<AccountTree, FolderCache>();
  /** Undefined while no account is chosen. */
  const load = (
    name: AccountTree,
    filter: string,
    signal: AbortSignal,
  ): Promise<readonly TreeNode[]> | undefined => {
    const { account } = active;
    if (account === undefined) return undefined;
    const loaded = import('../trees/loadTree.ts');
    return loaded.then(({ loadTree }) => loadTree(account, name, { filter, signal, live, folders }));
  };
  const provider = (name: AccountTree, canSelectMany = false): TreeProvider => {
    const viewId = viewIds[name];
    return new TreeProvider({
      viewId,
      describeError,
      canSelectMany,
      loadRoots: (signal, filter) => load(name, filter, signal),
      state: new TreeState(state, viewId, () => active.account && accountKey(active.account)),
      forget: () => folders.get(name)?.forget(),
      dragAndDropController: dragToFile,
    });
  };
  const ofAccount = {
    dataExtensions: provider('dataExtensions', true),
    lists: provider('lists'),
    sends: provider('sends'),
    imports: provider('imports'),
  };
  const all = [...Object.values(ofAccount), requests];
  const treeOf = (payload: TreePayload | undefined): TreeProvider | undefined => {
    const node = toNode(payload);
    return all.find((tree) => tree.holds(node));
  };
  return {
    ...ofAccount,
    requests,
    treeOf,
    refreshAll: () => Object.values(ofAccount).forEach((tree) => tree.refresh()),
    refreshShowing: (account, types) => {
      if (active.account === undefined || accountKey(active.account) !== accountKey(account)) return;
      for (const name of treesShowing(types)) ofAccount[name].refresh();
    },
    refreshNode: (payload) => {
      const node = toNode(payload);
      const target = node?.subject?.kind === 'failure' ? node.subject.parent : node;
      // Which tree a node belongs to only the tree knows; the others have nothing to do for it.
      if (node !== undefined) treeOf(node)?.refresh(target);
    },
    chosen: (payload) => {
      const node = toNode(payload);
      const selection = treeOf(payload)?.selection ?? [];
      if (node === undefined) return [];
      return selection.includes(node) ? selection : [node];
    },
    dispose: () => {
      for (const tree of all) tree.dispose();
    },
  };
}

/** VS Code hands over the very node that it was given. */
export function toNode(payload: TreePayload | undefined): TreeNode | undefined {
  return payload !== undefined && 'label' in payload && 'icon' in payload ? (payload as TreeNode) : undefined;
}

/** The subject of a node, when it is of this kind. */
export function subjectOf<Kind extends NodeSubject['kind']>(
  payload: TreePayload | undefined,
  kind: Kind,
): Extract<NodeSubject, { kind: Kind }> | undefined {
  const subject = toNode(payload)?.subject;
  return subject?.kind === kind ? (subject as Extract<NodeSubject, { kind: Kind }>) : undefined;
}
