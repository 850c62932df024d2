/** Our own client, on the same terms as the others. */
import {
  ClientCredentialsSource,
  SoapClient,
  textAt,
  NodeTransport,
  upsert,
  type RowPage,
  type SimpleOperator,
  type TypedObject,
  type WriteOutcome,
} from '../../src/soap/index.ts';
import type { SandboxConnection } from '../../src/sandbox/index.ts';
import { awkward, pageSize, readExtension, type Harvest, type Peer } from './peer.ts';
import { runScenario, type Members, type PeerApi } from './scenario.ts';

export const ourClient: Peer = {
  name: 'our client',
  missing: () => undefined,
  harvest: async (connection) => {
    const transport = new NodeTransport();
    const client = clientOf(connection, transport);
    const extensions = await client.retrieveAll({
      objectType: 'DataExtension',
      properties: ['CustomerKey', 'Name'],
      batchSize: pageSize,
    });
    const harvest: Harvest = {
      extensions: extensions.map((object) => [
        textAt(object, 'CustomerKey') ?? '',
        textAt(object, 'Name') ?? '',
      ]),
      rows: await rowsOf(client, readExtension.key, readExtension.columns),
      awkward: (await rowsOf(client, awkward.key, [awkward.column], awkward.count)).flat(),
    };
    await transport.close();
    return harvest;
  },
  work: async (connection, assignment) => {
    const transport = new NodeTransport();
    try {
      return await runScenario(apiOf(clientOf(connection, transport)), assignment);
    } finally {
      await transport.close();
    }
  },
};

function clientOf(
  { address, clientId, clientSecret, enterpriseId }: SandboxConnection,
  transport: NodeTransport,
): SoapClient {
  const tokens = new ClientCredentialsSource(
    {
      authAddress: `${address}/`,
      clientId,
      clientSecret: () => Promise.resolve(clientSecret),
      accountId: enterpriseId,
    },
    { transport },
  );
  return new SoapClient({ tokens, transport });
}

function apiOf(client: SoapClient): PeerApi {
  const typed = (type: string, objects: readonly Members[]): TypedObject[] =>
    objects.map((each) => ({ $type: type, ...each }));
  const results = ({ results: all }: WriteOutcome): readonly Members[] =>
    all.map((result) => ({
      StatusCode: result.ok ? 'OK' : 'Error',
      StatusMessage: result.message,
      NewObjectID: result.newObjectId,
      TaskID: result.taskId,
    }));
  return {
    create: async (type, objects) => results(await client.create(typed(type, objects))),
    upsert: async (type, objects) =>
      results(await client.update(typed(type, objects), { requestOptions: upsert })),
    retrieve: async (type, properties, { property, operator, value }) => {
      const filter = { property, operator: operator as SimpleOperator, values: [value] };
      const query = { objectType: type, properties, filter };
      if (!type.startsWith('DataExtensionObject[')) return client.retrieveAll(query);
      const rows: Members[] = [];
      for await (const page of client.retrieveRows(query)) {
        rows.push(...cellsOf(page).map((cells) => ({ Properties: cells })));
      }
      return rows;
    },
    start: async (type, key) => {
      const [result] = results(await client.perform('start', typed(type, [{ CustomerKey: key }])));
      const id = result?.['TaskID'];
      return typeof id === 'string' ? id : '';
    },
  };
}

async function rowsOf(
  client: SoapClient,
  key: string,
  columns: readonly string[],
  most = Infinity,
): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const page of client.retrieveRows({
    objectType: `DataExtensionObject[${key}]`,
    properties: columns,
  })) {
    rows.push(...cellsOf(page));
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}

function cellsOf(page: RowPage): string[][] {
  return Array.from({ length: page.rowCount }, (_, row) => page.row(row).map((cell) => cell ?? ''));
}
