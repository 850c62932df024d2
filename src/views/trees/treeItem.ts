/** How a node looks in VS Code. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandId } from '../../shared/contributions.ts';
import type { TreeNode } from './treeNode.ts';

const retry: CommandId = 'marketingCloud.refreshNode';

/** @param isExpanded as the person left it; undefined when not touched */
export function treeItem(node: TreeNode, isExpanded: boolean | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, collapsibleState(node, isExpanded));
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
  if (node.click !== undefined) {
    item.command = { command: node.click, title: node.label, arguments: [node] };
  }
  if (node.subject?.kind === 'failure') {
    item.command = { command: retry, title: l10n.t('Retry'), arguments: [node] };
  }
  return item;
}

function collapsibleState(node: TreeNode, isExpanded: boolean | undefined): vscode.TreeItemCollapsibleState {
  if (node.children === undefined && node.pages === undefined) return vscode.TreeItemCollapsibleState.None;
  return (isExpanded ?? node.expanded === true)
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

/** Made when a node is pointed at. The account's own texts go in as text: nothing in them is Markdown. */
export function tooltipOf({ tooltip: rows = [] }: TreeNode): vscode.MarkdownString | undefined {
  if (rows.length === 0) return undefined;
  const tooltip = new vscode.MarkdownString();
  rows.forEach(([label, value], index) => {
    if (index > 0) tooltip.appendMarkdown('  \n');
    tooltip.appendMarkdown('**').appendText(label).appendMarkdown('**: ');
    // Between words by itself: of a text, VS Code makes one line that it breaks in the middle of words.
    value.split(' ').forEach((word, at) => tooltip.appendMarkdown(at === 0 ? '' : ' ').appendText(word));
  });
  return tooltip;
}
