/** The one door through which commands are registered, each with its payload's type, and where their failures are told. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  commandIds,
  type CommandId,
  type CommandPayloads,
  type TreePayload,
} from '../../shared/contributions.ts';
import { describeError, isCancellation } from '../errors/describeError.ts';
import { MarketingCloudError, type ErrorCode } from '../../soap/pure.ts';
import type { OutputLog } from '../log/outputLog.ts';
import { runOwnCommand } from './runCommand.ts';

/** One handler for each command. A menu of a tree hands over its node, and all nodes when several are selected. */
export type CommandHandlers = {
  readonly [Id in CommandId]: (payload: CommandPayloads[Id], selected?: readonly TreePayload[]) => unknown;
};

/** Registers all commands. A handler that fails is told to the person; it never fails silently. */
export function registerCommands(handlers: CommandHandlers, log: OutputLog): vscode.Disposable {
  return vscode.Disposable.from(...commandIds.map((id) => register(id, handlers, log)));
}

function register(id: CommandId, handlers: CommandHandlers, log: OutputLog): vscode.Disposable {
  const handle = handlers[id] as (payload: unknown, selected?: readonly TreePayload[]) => unknown;
  return vscode.commands.registerCommand(id, async (payload: unknown, selected: unknown) => {
    try {
      // Menus of editors hand over something else there.
      return await handle(
        payload,
        Array.isArray(selected) ? (selected as readonly TreePayload[]) : undefined,
      );
    } catch (error) {
      if (!isCancellation(error)) await showFailure(error, log);
      return undefined;
    }
  });
}

const showLog = l10n.t('Show Log');
const checkConnection = l10n.t('Check the Connection');

/** Failures of which a check of the connection finds out more. */
const ofTheConnection: ReadonlySet<string> = new Set<ErrorCode>([
  'timed-out',
  'host-not-found',
  'connection-failed',
  'connection-lost',
  'tls-failed',
  'proxy-refused',
  'client-rejected',
  'token-refused',
  'login-failed',
  'token-expired',
  'not-permitted',
  'not-soap',
]);

/** Tells of a failure, and offers the log, and a check of the connection where that may tell more. */
export async function showFailure(error: unknown, log: OutputLog): Promise<void> {
  const { title, advice, serverMessage } = describeError(error);
  const words = serverMessage === undefined ? [] : [l10n.t('The service says: “{0}”', serverMessage)];
  const text = [title, advice, ...words].join(' ');
  log.warn(text);
  const isOfConnection = error instanceof MarketingCloudError && ofTheConnection.has(error.code);
  const offers = isOfConnection ? [checkConnection, showLog] : [showLog];
  const chosen = await vscode.window.showErrorMessage(text, ...offers);
  if (chosen === showLog) log.show();
  if (chosen === checkConnection) await runOwnCommand('marketingCloud.checkConnection');
}
