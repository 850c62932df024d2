/** Shows nodes in a view of VS Code: loads them when they are opened, and shows a failure where it happened. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { DescribeError } from '../account.ts';
import { PagedNodes } from './pagedNodes.ts';
import { tooltipOf, treeItem } from './treeItem.ts';
import type { TreeNode } from './treeNode.ts';
import type { TreeState } from './treeState.ts';

/**
 * The nodes at the top; undefined while there is no account, so that the view's welcome shows.
 * @param filter what names and keys have to contain; empty for everything
 */
export type LoadRoots = (
  signal: AbortSignal,
  filter: string,
) => Promise<readonly TreeNode[] | undefined> | undefined;

export interface TreeParts {
  readonly viewId: string;
  readonly loadRoots: LoadRoots;
  readonly describeError: DescribeError;
  readonly state: TreeState;
  /** Called before everything is loaded anew because a person wants it, and not for another filter. */
  readonly forget?: () => void;
  /** Several nodes can be chosen at once. */
  readonly canSelectMany?: boolean;
  readonly dragAndDropController?: vscode.TreeDragAndDropController<TreeNode>;
}

/** One view. */
export class TreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly parts: TreeParts;
  private readonly view: vscode.TreeView<TreeNode>;
  /** Each node that was shown, with the node above it. */
  private readonly parents = new WeakMap<TreeNode, TreeNode | undefined>();
  /** Children are loaded once: drawing their parent anew asks for nothing. */
  private loaded = new WeakMap<TreeNode, readonly TreeNode[] | PagedNodes>();
  /** Aborted when everything is loaded anew or the view goes. */
  private loading = new AbortController();
  /** What was chosen before a reload, until it is seen again. */
  private awaited: string | undefined;

  constructor(parts: TreeParts) {
    this.parts = parts;
    const { viewId, state, canSelectMany = false, dragAndDropController } = parts;
    this.view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany,
      ...(dragAndDropController === undefined ? {} : { dragAndDropController }),
    });
    this.awaited = state.selected;
    this.view.onDidExpandElement(({ element }) => state.setExpanded(element.id, true));
    this.view.onDidCollapseElement(({ element }) => state.setExpanded(element.id, false));
    this.view.onDidChangeSelection(({ selection: [node] }) => state.select(node?.id));
  }

  /** Loads a node's children anew, or everything. */
  refresh(node?: TreeNode): void {
    if (node === undefined) {
      this.parts.forget?.();
      this.reload();
    } else {
      this.loaded.delete(node);
      this.changed.fire(node);
    }
  }

  /** What names and keys have to contain; empty for everything. */
  get filter(): string {
    return this.parts.state.filter;
  }

  /** Shows what the filter asks for, and nothing else. */
  setFilter(text: string): void {
    if (text === this.filter) return;
    this.parts.state.setFilter(text);
    this.reload();
  }

  /** Loads the next page behind a node that says that there is more. */
  async loadMore(more: TreeNode): Promise<void> {
    const parent = more.subject?.kind === 'more' ? more.subject.parent : undefined;
    const pages = parent && this.loaded.get(parent);
    if (!(pages instanceof PagedNodes) || !pages.hasMore) return;
    await pages.next();
    this.changed.fire(parent);
  }

  /** The nodes that are chosen now. */
  get selection(): readonly TreeNode[] {
    return this.view.selection;
  }

  /** Calls back when the view comes into sight or goes out of it, and now when it is in sight already. */
  whenVisible(callback: (visible: boolean) => void): vscode.Disposable {
    if (this.view.visible) callback(true);
    return this.view.onDidChangeVisibility(({ visible }) => callback(visible));
  }

  /** True when the node was shown by this tree. */
  holds(node: TreeNode | undefined): boolean {
    return node !== undefined && this.parents.has(node);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.parents.get(node);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const { signal } = this.loading;
    const nodes = await this.childrenOf(node, signal);
    for (const child of nodes) this.parents.set(child, node);
    const chosen = nodes.find(({ id }) => id === this.awaited);
    if (chosen !== undefined && this.view.visible) this.choose(chosen);
    return nodes;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    item.tooltip = tooltipOf(node);
    return item;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, this.parts.state.isExpanded(node.id));
  }

  dispose(): void {
    this.loading.abort();
    this.view.dispose();
    this.changed.dispose();
  }

  private reload(): void {
    this.loading.abort();
    this.loading = new AbortController();
    this.loaded = new WeakMap();
    this.awaited = this.parts.state.selected;
    this.changed.fire(undefined);
  }

  private async childrenOf(node: TreeNode | undefined, signal: AbortSignal): Promise<TreeNode[]> {
    try {
      if (node === undefined) {
        const { filter } = this;
        this.view.description = filter === '' ? '' : `“${filter}”`;
        return [...((await this.parts.loadRoots(signal, filter)) ?? [])];
      }
      const loaded = this.loaded.get(node) ?? (await this.load(node, signal));
      return loaded instanceof PagedNodes ? loaded.shown(this.failureNode) : [...loaded];
    } catch (error) {
      return signal.aborted ? [] : [this.failureNode(error, node)];
    }
  }

  private async load(node: TreeNode, signal: AbortSignal): Promise<readonly TreeNode[] | PagedNodes> {
    const loaded =
      node.pages === undefined
        ? ((await node.children?.(signal)) ?? [])
        : await this.firstPage(node, new PagedNodes(node, node.pages, signal));
    if (!signal.aborted) this.loaded.set(node, loaded);
    return loaded;
  }

  private async firstPage(node: TreeNode, pages: PagedNodes): Promise<PagedNodes> {
    await pages.next();
    if (node.pages?.all === true) {
      // The first page is drawn before the second comes; the node itself may say how much there is.
      setTimeout(() => {
        this.changed.fire(node);
        pages.rest(() => this.changed.fire(node)).catch(() => undefined);
      }, 0);
    }
    return pages;
  }

  /** Chooses a node again that was chosen before a reload; the focus stays where it is. */
  private choose(node: TreeNode): void {
    this.awaited = undefined;
    // It has no place in the view before its parent's children were handed over.
    setTimeout(() => {
      this.view.reveal(node, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
    }, 0);
  }

  private readonly failureNode = (error: unknown, parent: TreeNode | undefined): TreeNode => {
    const { title, advice, serverMessage } = this.parts.describeError(error);
    return {
      id: `${parent?.id ?? 'root'}/failure`,
      label: title,
      description: l10n.t('Select to retry'),
      icon: 'error',
      iconColor: 'list.errorForeground',
      subject: { kind: 'failure', parent, error },
      tooltip: [
        [title.replace(/\.$/, ''), advice],
        ...(serverMessage === undefined ? [] : [[l10n.t('The service says'), serverMessage] as const]),
      ],
    };
  };
}
