/** Follows the person's choice of how lint rules are shown. */
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { lintSection } from '../../shared/languageMessages.ts';
import { readSeverities } from '../rules/settings.ts';
import type { Feature, Server } from '../server/server.ts';

export const lintSettings: Feature = {
  register(server) {
    const { connection } = server;
    const read = (): Promise<void> => readAgain(server);
    connection.onInitialized(async () => {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: lintSection });
      await read();
    });
    connection.onDidChangeConfiguration(read);
  },
};

async function readAgain(server: Server): Promise<void> {
  const section: unknown = await server.connection.workspace.getConfiguration(lintSection);
  const rules =
    typeof section === 'object' && section !== null && 'rules' in section ? section.rules : undefined;
  server.lint = { ...server.lint, severities: readSeverities(rules) };
  server.knowledgeChanged();
}
