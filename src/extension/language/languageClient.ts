/** Starts the language server when a scratch file is open, and carries what goes between it and the extension. */
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import {
  connectionLabelMethod,
  scratchLanguageId,
  type ConnectionLabelParams,
  type LanguageServerOptions,
} from '../../shared/languageMessages.ts';
import { factMethod } from '../../shared/orgFacts.ts';
import { variablesChangedMethod, variablesMethod } from '../../shared/variableMessages.ts';
import type { RunningLanguageClient, ServerQuestions } from './lazyLanguageClient.ts';
import { templateMethod, type TemplateAnswer } from '../../shared/requestTemplate.ts';

/**
 * Starts the server in a process of its own. It is started anew when it stops, unless it keeps stopping.
 * @param serverFile bundle of the server.
 * @param questions answers what the server asks.
 */
export async function startLanguageClient(
  serverFile: string,
  options: LanguageServerOptions,
  questions: ServerQuestions,
): Promise<RunningLanguageClient> {
  const clientOptions: LanguageClientOptions = {
    documentSelector: [{ language: scratchLanguageId }],
    initializationOptions: options,
    outputChannelName: 'Marketing Cloud Language Server',
  };
  const server = { module: serverFile, transport: TransportKind.ipc };
  const client = new LanguageClient('marketingCloud', 'Marketing Cloud', server, clientOptions);
  client.onRequest(factMethod, questions.fact);
  client.onRequest(variablesMethod, questions.variables);
  await client.start();
  return {
    template: (params) => client.sendRequest<TemplateAnswer>(templateMethod, params),
    setConnectionLabel: (label) => {
      const params: ConnectionLabelParams = { label: label ?? null };
      return client.sendNotification(connectionLabelMethod, params);
    },
    variablesChanged: () => client.sendNotification(variablesChangedMethod),
    dispose: () => client.dispose(),
  };
}
