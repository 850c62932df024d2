/** Takes in what the extension tells the server beside the text. */
import { factMethod } from '../../shared/orgFacts.ts';
import { connectionLabelMethod, type ConnectionLabelParams } from '../../shared/languageMessages.ts';
import { noFacts } from '../facts.ts';
import { OrgFacts } from '../server/orgFacts.ts';
import type { Feature, Server } from '../server/server.ts';

export const knowledge: Feature = {
  register(server) {
    server.connection.onNotification(connectionLabelMethod, ({ label }: ConnectionLabelParams) => {
      server.connectionLabel = label ?? undefined;
      // Another business unit has other data: nothing that was known holds.
      server.facts = label === null ? noFacts : factsOfOrg(server);
      server.knowledgeChanged();
    });
  },
};

function factsOfOrg(server: Server): OrgFacts {
  const facts: OrgFacts = new OrgFacts({
    ask: (question) => server.connection.sendRequest(factMethod, question),
    // What comes when another org is connected concerns nobody.
    changed: () => {
      if (server.facts === facts) server.knowledgeChanged();
    },
  });
  return facts;
}
