/** Asks for one text. It stays open when the focus goes elsewhere: what was typed is not lost by a look at something. */
import * as vscode from 'vscode';

/** @returns undefined when the person leaves */
export async function askText(
  options: Omit<vscode.InputBoxOptions, 'ignoreFocusOut'>,
): Promise<string | undefined> {
  return vscode.window.showInputBox({ ...options, ignoreFocusOut: true });
}
