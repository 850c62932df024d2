/** Shows nodes in a view of VS Code: loads them when they are opened, and shows a failure where it happened. */
import * as vscode from 'vscode';
import type { CommandId } from '../../shared/contributions.ts';
import type { DescribeError } from '../account.ts';
import type { TreeNode } from './treeNode.ts';

/** The nodes at the top; undefined while there is no account, so that the view's welcome shows. */
export type LoadRoots = (signal: AbortSignal) => Promise<readonly TreeNode[]> | undefined;

const retry: CommandId = 'marketingCloud.refreshNode';

/** One view. */
export class TreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly loadRoots: LoadRoots;
  private readonly describeError: DescribeError;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly shown = new WeakSet<TreeNode>();
  /** Aborted when everything is loaded anew or the view goes. */
  private loading = new AbortController();

  constructor(viewId: string, loadRoots: LoadRoots, describeError: DescribeError) {
    this.loadRoots = loadRoots;
    this.describeError = describeError;
    this.view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
  }

  /** Loads a node's children anew, or everything. */
  refresh(node?: TreeNode): void {
    if (node === undefined) {
      this.loading.abort();
      this.loading = new AbortController();
    }
    this.changed.fire(node);
  }

  /** Calls back when the view comes into sight or goes out of it, and now when it is in sight already. */
  whenVisible(callback: (visible: boolean) => void): vscode.Disposable {
    if (this.view.visible) callback(true);
    return this.view.onDidChangeVisibility(({ visible }) => callback(visible));
  }

  /** True when the node was shown by this tree. */
  holds(node: TreeNode | undefined): boolean {
    return node !== undefined && this.shown.has(node);
  }

  /** Says beside the view's title whose content it shows. */
  describe(text: string | undefined): void {
    this.view.description = text ?? '';
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const { signal } = this.loading;
    try {
      const nodes = await (node === undefined ? this.loadRoots(signal) : node.children?.(signal));
      return [...(nodes ?? [])];
    } catch (error) {
      return signal.aborted ? [] : [this.failureNode(error, node)];
    }
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    this.shown.add(node);
    const item = new vscode.TreeItem(node.label, collapsibleState(node));
    item.id = node.id;
    item.iconPath = new vscode.ThemeIcon(
      node.icon,
      node.iconColor === undefined ? undefined : new vscode.ThemeColor(node.iconColor),
    );
    item.contextValue = node.context ?? node.subject?.kind ?? 'node';
    if (node.description !== undefined) item.description = node.description;
    if (node.kind !== undefined) {
      const spoken = [node.label, node.kind, node.description].filter((part) => part !== undefined);
      item.accessibilityInformation = { label: spoken.join(', ') };
    }
    if (node.tooltip !== undefined) item.tooltip = tooltipOf(node.tooltip);
    if (node.click !== undefined) {
      item.command = { command: node.click, title: node.label, arguments: [node] };
    }
    if (node.subject?.kind === 'failure') {
      item.command = { command: retry, title: 'Retry', arguments: [node] };
    }
    return item;
  }

  dispose(): void {
    this.loading.abort();
    this.view.dispose();
    this.changed.dispose();
  }

  private failureNode(error: unknown, parent: TreeNode | undefined): TreeNode {
    const { title, advice, serverMessage } = this.describeError(error);
    return {
      id: `${parent?.id ?? 'root'}/failure`,
      label: title,
      description: 'Select to retry',
      icon: 'error',
      iconColor: 'list.errorForeground',
      subject: { kind: 'failure', parent },
      tooltip: [
        [title, advice],
        ...(serverMessage === undefined ? [] : [['The service says', serverMessage] as const]),
      ],
    };
  }
}

function collapsibleState(node: TreeNode): vscode.TreeItemCollapsibleState {
  if (node.children === undefined) return vscode.TreeItemCollapsibleState.None;
  return node.expanded === true
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

/** The account's own texts go in as text: nothing in them is Markdown. */
function tooltipOf(rows: readonly (readonly [string, string])[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  rows.forEach(([label, value], index) => {
    if (index > 0) tooltip.appendMarkdown('  \n');
    tooltip.appendMarkdown('**').appendText(label).appendMarkdown('**: ').appendText(value);
  });
  return tooltip;
}
