/** Learns from the extension which variables there are beside those of the file. */
import { variablesChangedMethod } from '../../shared/variableMessages.ts';
import type { Feature } from '../server/server.ts';

export const variables: Feature = {
  register(server) {
    server.connection.onNotification(variablesChangedMethod, () => server.variables.forget());
    server.documents.onDidClose(({ document }) => server.variables.forgetFile(document.uri));
  },
};
