/** `sfmc-sdk`, the best known client of the service for Node. */
import SDK from 'sfmc-sdk';
import type { SandboxConnection } from '../../src/sandbox/index.ts';
import { pageSize, readExtension, type Harvest, type Peer } from './peer.ts';
import { runScenario, type Members, type PeerApi } from './scenario.ts';

interface Result {
  readonly CustomerKey: string;
  readonly Name: string;
  readonly Properties: { readonly Property: readonly { readonly Name: string; readonly Value: string }[] };
}

/** What the client looks for somewhere in the address that it gets tokens from. */
const tenantAddress = 'https://mc0000000000000000000000000-.auth.marketingcloudapis.com/';

export const sfmcSdk: Peer = {
  name: 'sfmc-sdk',
  missing: () => undefined,
  harvest: async (connection) => {
    const sdk = sdkOf(connection);
    const retrieve = async (type: string, properties: readonly string[], size: number): Promise<Result[]> => {
      const options = { options: { BatchSize: size } };
      const answer = (await sdk.soap.retrieveBulk(type, [...properties], options)) as { Results: Result[] };
      return answer.Results;
    };
    const extensions = await retrieve('DataExtension', ['CustomerKey', 'Name'], pageSize);
    const rows = await retrieve(`DataExtensionObject[${readExtension.key}]`, readExtension.columns, 2500);
    return {
      extensions: extensions.map(({ CustomerKey, Name }) => [CustomerKey, Name]),
      rows: rows.map(({ Properties }) => Properties.Property.map(({ Value }) => Value)),
    } satisfies Harvest;
  },
  work: (connection, assignment) => runScenario(apiOf(sdkOf(connection)), assignment),
};

function sdkOf({ address, clientId, clientSecret, enterpriseId }: SandboxConnection): SDK {
  return new SDK(
    {
      client_id: clientId,
      client_secret: clientSecret,
      account_id: enterpriseId,
      // It wants a tenant's address, and is content with one in the query; it adds the path of the endpoint behind.
      auth_url: `${address}/v2/token?of=${tenantAddress}`,
    },
    {},
  );
}

interface WriteAnswer {
  readonly Results: readonly Members[];
}

interface PerformAnswer {
  readonly Results: readonly { readonly Result: { readonly Task: { readonly ID: number } } }[];
}

/** It writes XML as it is told; several objects in a call each need their type. */
function apiOf({ soap }: SDK): PeerApi {
  const typed = (type: string, objects: readonly Members[]): Members[] =>
    objects.map((each) => ({ '@_xsi:type': type, ...each }));
  const options = { SaveOptions: { SaveOption: { PropertyName: '*', SaveAction: 'UpdateAdd' } } };
  return {
    create: async (type, objects) =>
      ((await soap.create(type, typed(type, objects), {})) as WriteAnswer).Results,
    upsert: async (type, objects) =>
      ((await soap.update(type, typed(type, objects), { options })) as WriteAnswer).Results,
    retrieve: async (type, properties, { property, operator, value }) => {
      const filter = { leftOperand: property, operator, rightOperand: value };
      const answer = (await soap.retrieveBulk(type, [...properties], { filter })) as Partial<WriteAnswer>;
      return answer.Results ?? [];
    },
    start: async (type, key) => {
      const answer = (await soap.perform(type, 'start', { CustomerKey: key })) as PerformAnswer;
      return String(answer.Results[0]?.Result.Task.ID ?? '');
    },
  };
}
