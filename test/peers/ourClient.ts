/** Our own client, on the same terms as the others. */
import {
  ClientCredentialsSource,
  SoapClient,
  textAt,
  NodeTransport,
  type RowPage,
} from '../../src/soap/index.ts';
import { awkward, pageSize, readExtension, type Harvest, type Peer } from './peer.ts';

export const ourClient: Peer = {
  name: 'our client',
  missing: () => undefined,
  harvest: async ({ address, clientId, clientSecret, enterpriseId }) => {
    const transport = new NodeTransport();
    const tokens = new ClientCredentialsSource(
      {
        authAddress: `${address}/`,
        clientId,
        clientSecret: () => Promise.resolve(clientSecret),
        accountId: enterpriseId,
      },
      { transport },
    );
    const client = new SoapClient({ tokens, transport });
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
};

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
