/** The three trees of the side bar, and what their menus do. */
import { viewIds, type TreePayload } from '../../shared/contributions.ts';
import {
  loadDataExtensionTree,
  loadListTree,
  loadSendTree,
  TreeProvider,
  type LiveNumbers,
  type NodeSubject,
  type TreeNode,
} from '../../views/index.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import { describeError } from '../errors/describeError.ts';

export interface TreeViews {
  readonly dataExtensions: TreeProvider;
  readonly lists: TreeProvider;
  readonly sends: TreeProvider;
  /** Scratch files and what has been run; it belongs to no account. */
  readonly requests: TreeProvider;
  refreshAll(): void;
  /** Loads a node's children anew; for a failure, what failed. */
  refreshNode(payload: TreePayload | undefined): void;
  dispose(): void;
}

export function createTreeViews(active: ActiveAccount, live: LiveNumbers, requests: TreeProvider): TreeViews {
  const dataExtensions = new TreeProvider(
    viewIds.dataExtensions,
    (signal) => active.account && loadDataExtensionTree(active.account, signal),
    describeError,
  );
  const lists = new TreeProvider(
    viewIds.lists,
    (signal) => active.account && loadListTree(active.account, signal),
    describeError,
  );
  const sends = new TreeProvider(
    viewIds.sends,
    (signal) => active.account && loadSendTree(active.account, new Date(), live, signal),
    describeError,
  );
  const ofAccount = [dataExtensions, lists, sends];
  const all = [...ofAccount, requests];
  return {
    dataExtensions,
    lists,
    sends,
    requests,
    refreshAll: () => ofAccount.forEach((tree) => tree.refresh()),
    refreshNode: (payload) => {
      const node = toNode(payload);
      const target = node?.subject?.kind === 'failure' ? node.subject.parent : node;
      // Which tree a node belongs to only the tree knows; the others have nothing to do for it.
      all.filter((tree) => tree.holds(node)).forEach((tree) => tree.refresh(target));
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
