/** Starts the language server when a scratch file is open, and carries what goes between it and the extension. */
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type CloseHandlerResult,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import {
  connectionLabelMethod,
  scratchLanguageId,
  type ConnectionLabelParams,
  type LanguageServerOptions,
} from '../../shared/languageMessages.ts';
import { factMethod } from '../../shared/orgFacts.ts';
import { variablesChangedMethod, variablesMethod } from '../../shared/variableMessages.ts';
import type { LanguageClientParts, RunningLanguageClient } from './lazyLanguageClient.ts';
import { offerRestart } from './offerRestart.ts';
import { RestartPolicy } from './restartPolicy.ts';
import { templateMethod, type TemplateAnswer } from '../../shared/requestTemplate.ts';

/**
 * Starts the server in a process of its own. It is started anew when it stops, unless it keeps stopping.
 * @param parts what it needs of the extension
 */
export async function startLanguageClient(
  { serverFile, questions, connectionLabel, log, restart }: LanguageClientParts,
  options: LanguageServerOptions,
): Promise<RunningLanguageClient> {
  const policy = new RestartPolicy();
  let isDisposed = false;
  const closed = async (): Promise<CloseHandlerResult> => {
    const delay = policy.stopped(Date.now());
    const message = `The language server has stopped${delay === undefined ? ' too often' : ''}.`;
    log.warn(message);
    if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
    else if (!isDisposed) {
      const showLog = (): void => client.outputChannel.show();
      offerRestart({ restart, showLog }).catch((error: unknown) => log.warn(String(error)));
    }
    const action = delay === undefined || isDisposed ? CloseAction.DoNotRestart : CloseAction.Restart;
    return { action, message, handled: true };
  };
  const clientOptions: LanguageClientOptions = {
    documentSelector: [{ language: scratchLanguageId }],
    initializationOptions: options,
    outputChannelName: 'Marketing Cloud Language Server',
    // What fails while the server is away comes right by itself: it goes to the log, and no window opens for it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // A message that is lost is no reason to stop; when the server is gone, it is closed.
    errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed },
  };
  const server = { module: serverFile, transport: TransportKind.ipc };
  const client = new LanguageClient('marketingCloud', 'Marketing Cloud', server, clientOptions);
  client.onRequest(factMethod, questions.fact);
  client.onRequest(variablesMethod, questions.variables);
  /** What it is told while it does not run, it is told, or asks, when it runs again. */
  const tell = async (method: string, params?: ConnectionLabelParams): Promise<void> => {
    if (client.state === State.Running) await client.sendNotification(method, params);
  };
  const tellLabel = (): Promise<void> => tell(connectionLabelMethod, { label: connectionLabel() ?? null });
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) tellLabel().catch((error: unknown) => log.warn(String(error)));
  });
  await client.start();
  return {
    template: (params) => client.sendRequest<TemplateAnswer>(templateMethod, params),
    connectionLabelChanged: tellLabel,
    variablesChanged: () => tell(variablesChangedMethod),
    dispose: () => {
      isDisposed = true;
      return client.dispose();
    },
  };
}
