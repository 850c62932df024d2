/** Starts the language server when a scratch file is open, and carries what goes between it and the extension. */
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import {
  connectionLabelMethod,
  resolveMethod,
  scratchLanguageId,
  type ConnectionLabelParams,
  type LanguageServerOptions,
  type ResolveAnswer,
} from '../../shared/languageMessages.ts';
import { factMethod } from '../../shared/orgFacts.ts';
import type { AnswerFact, RunningLanguageClient } from './lazyLanguageClient.ts';

/**
 * Starts the server in a process of its own. It is started anew when it stops, unless it keeps stopping.
 * @param serverFile bundle of the server.
 * @param answerFact answers what the server asks about the org.
 */
export async function startLanguageClient(
  serverFile: string,
  options: LanguageServerOptions,
  answerFact: AnswerFact,
): Promise<RunningLanguageClient> {
  const clientOptions: LanguageClientOptions = {
    documentSelector: [{ language: scratchLanguageId }],
    initializationOptions: options,
    outputChannelName: 'Marketing Cloud Language Server',
  };
  const server = { module: serverFile, transport: TransportKind.ipc };
  const client = new LanguageClient('marketingCloud', 'Marketing Cloud', server, clientOptions);
  client.onRequest(factMethod, answerFact);
  await client.start();
  return {
    resolve: (params) => client.sendRequest<ResolveAnswer>(resolveMethod, params),
    setConnectionLabel: (label) => {
      const params: ConnectionLabelParams = { label: label ?? null };
      return client.sendNotification(connectionLabelMethod, params);
    },
    dispose: () => client.dispose(),
  };
}
