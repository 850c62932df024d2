/** The one door through which commands are registered, each with its payload's type, and where their failures are told. */
import * as vscode from 'vscode';
import { commandIds, type CommandId, type CommandPayloads } from '../../shared/contributions.ts';
import { describeError, isCancellation } from '../errors/describeError.ts';
import type { OutputLog } from '../log/outputLog.ts';

/** One handler for each command. */
export type CommandHandlers = {
  readonly [Id in CommandId]: (payload: CommandPayloads[Id]) => unknown;
};

/** Registers all commands. A handler that fails is told to the person; it never fails silently. */
export function registerCommands(handlers: CommandHandlers, log: OutputLog): vscode.Disposable {
  return vscode.Disposable.from(...commandIds.map((id) => register(id, handlers, log)));
}

function register(id: CommandId, handlers: CommandHandlers, log: OutputLog): vscode.Disposable {
  const handle = handlers[id] as (payload: unknown) => unknown;
  return vscode.commands.registerCommand(id, async (payload: unknown) => {
    try {
      return await handle(payload);
    } catch (error) {
      if (!isCancellation(error)) await showFailure(error, log);
      return undefined;
    }
  });
}

const showLog = 'Show Log';

/** Tells of a failure, and offers the log. */
export async function showFailure(error: unknown, log: OutputLog): Promise<void> {
  const { title, advice, serverMessage } = describeError(error);
  const words = serverMessage === undefined ? '' : ` The service says: “${serverMessage}”`;
  log.warn(`${title} ${advice}${words}`);
  const chosen = await vscode.window.showErrorMessage(`${title} ${advice}${words}`, showLog);
  if (chosen === showLog) log.show();
}
