/** Takes in what the extension tells the server beside the text. */
import { connectionLabelMethod, type ConnectionLabelParams } from '../../shared/languageMessages.ts';
import type { Feature } from '../server/server.ts';

export const knowledge: Feature = {
  register(server) {
    server.connection.onNotification(connectionLabelMethod, ({ label }: ConnectionLabelParams) => {
      server.connectionLabel = label ?? undefined;
      server.knowledgeChanged();
    });
  },
};
