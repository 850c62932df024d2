/** Answers the language server which variables a file can use, without handing over what may be a secret. */
import * as vscode from 'vscode';
import type { OutsideVariables, VariablesQuestion } from '../../shared/variableMessages.ts';
import type { ChosenEnvironment } from '../requests/environments.ts';
import { environmentsSetting } from '../settings/settings.ts';

/** Names whose values are not shown, wherever they come from. */
const secretNames = /secret|passw|pwd|token|credential/i;

/** Everything of a `.env` counts as secret. */
export async function answerVariables(
  { uri }: VariablesQuestion,
  environment: ChosenEnvironment,
): Promise<OutsideVariables> {
  const [{ readEnvironments }, { dotenvOf }] = await Promise.all([
    import('../../runs/index.ts'),
    import('../requests/outsideVariables.ts'),
  ]);
  const fromSettings = readEnvironments(environmentsSetting()).variables(environment.name);
  const fromFile = dotenvOf(vscode.Uri.parse(uri));
  const values = Object.fromEntries<string | null>([
    ...[...fromFile.keys()].map((name) => [name, null] as const),
    ...[...fromSettings].map(([name, value]) => [name, secretNames.test(name) ? null : value] as const),
  ]);
  return { environmentName: environment.name ?? null, values };
}

/** Calls back when what `answerVariables` says may have changed. */
export function onVariablesChanged(environment: ChosenEnvironment, callback: () => void): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher('**/.env');
  return vscode.Disposable.from(
    files,
    files.onDidChange(callback),
    files.onDidCreate(callback),
    files.onDidDelete(callback),
    environment.onDidChange(callback),
  );
}
