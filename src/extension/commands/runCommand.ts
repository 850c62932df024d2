/** The one door through which commands are called: ours by their payload, VS Code's own by what they do. */
import * as vscode from 'vscode';
import type { CommandId, contextKeys } from '../../shared/contributions.ts';

type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

/** Sets a key that the manifest's `when` clauses read. */
export async function setContext(key: ContextKey, value: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}

/** Opens an address in one of our editors. */
export async function openEditor(uri: vscode.Uri, viewType: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, viewType);
}

/** Saves the editor in front, as Ctrl+S does. */
export async function saveActiveEditor(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.save');
}

/** Brings a view to the front, without taking the focus. */
export async function revealView(viewId: string): Promise<void> {
  await vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: true });
}

/** Opens the settings at one of them. */
export async function openSettings(setting: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${setting}`);
}

/** Shows a Markdown document as it is meant to be read. */
export async function showMarkdown(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}

/** Opens two texts in a difference editor, the earlier one on the left. */
export async function showDifference(
  [left, right]: readonly [vscode.Uri, vscode.Uri],
  title: string,
): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', left, right, title);
}

/** Runs one of our own commands, as the command palette does. */
export async function runOwnCommand(id: CommandId): Promise<void> {
  await vscode.commands.executeCommand(id);
}
