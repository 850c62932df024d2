/** The variables that a file itself does not define: those of the chosen environment, of `.env`, of the process. */
import path from 'node:path';
import * as vscode from 'vscode';
import { readDotenv, readEnvironments, type RunHost } from '../../runs/index.ts';
import { environmentsSetting } from '../settings/settings.ts';

/** @param chosen name of the environment. */
export function outsideVariables(uri: vscode.Uri, chosen: string | undefined): RunHost['variables'] {
  const values = readEnvironments(environmentsSetting()).variables(chosen);
  const dotenv = dotenvOf(uri);
  return {
    environment: (name) => values.get(name),
    ...(chosen === undefined ? {} : { environmentName: chosen }),
    dotenv: (name) => dotenv.get(name),
    processEnv: (name) => process.env[name],
  };
}

/** The `.env` beside the file or above it, as far as its workspace folder; none for a file that is not on disk. */
export function dotenvOf(uri: vscode.Uri): ReadonlyMap<string, string> {
  const folder = folderOf(uri);
  return folder === undefined ? new Map() : readDotenv(folder.own, folder.root);
}

/** A file's folder, and the workspace folder that it lies in; of an untitled file the first workspace folder. */
export function folderOf(uri: vscode.Uri): { readonly own: string; readonly root: string } | undefined {
  const workspace = vscode.workspace.getWorkspaceFolder(uri) ?? vscode.workspace.workspaceFolders?.[0];
  if (uri.scheme === 'file') {
    const own = path.dirname(uri.fsPath);
    const isInside = workspace !== undefined && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    return { own, root: isInside ? workspace.uri.fsPath : own };
  }
  return workspace?.uri.scheme === 'file'
    ? { own: workspace.uri.fsPath, root: workspace.uri.fsPath }
    : undefined;
}
