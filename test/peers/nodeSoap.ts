/** npm `soap`, which makes its methods from the WSDL. */
import { createClientAsync } from 'soap';
import type { SandboxConnection } from '../../src/sandbox/index.ts';
import { fetchToken, pageSize, readExtension, type Harvest, type Peer } from './peer.ts';

interface Result {
  readonly CustomerKey: string;
  readonly Name: string;
  readonly Properties: {
    readonly Property: readonly { readonly Name: string; readonly Value: string | null }[];
  };
}

interface RetrieveAnswer {
  readonly OverallStatus: string;
  readonly RequestID: string;
  readonly Results: readonly Result[];
}

type Retrieve = (message: object) => Promise<readonly [RetrieveAnswer]>;

export const nodeSoap: Peer = {
  name: 'npm soap',
  missing: () => undefined,
  harvest: async (connection) => {
    const retrieve = await retrieveOf(connection);
    const extensions = await allResults(retrieve, 'DataExtension', ['CustomerKey', 'Name'], pageSize);
    const rows = await allResults(
      retrieve,
      `DataExtensionObject[${readExtension.key}]`,
      readExtension.columns,
      2500,
    );
    return {
      extensions: extensions.map(({ CustomerKey, Name }) => [CustomerKey, Name]),
      rows: rows.map(({ Properties }) => Properties.Property.map(({ Value }) => Value ?? '')),
    } satisfies Harvest;
  },
};

async function retrieveOf(connection: SandboxConnection): Promise<Retrieve> {
  const client = await createClientAsync(`${connection.address}/etframework.wsdl`);
  client.addSoapHeader(
    `<fueloauth xmlns="http://exacttarget.com">${await fetchToken(connection)}</fueloauth>`,
  );
  const { RetrieveAsync: retrieve } = client as unknown as { RetrieveAsync: Retrieve };
  return retrieve;
}

async function allResults(
  retrieve: Retrieve,
  type: string,
  properties: readonly string[],
  size: number,
): Promise<Result[]> {
  const results: Result[] = [];
  let request: object = { ObjectType: type, Properties: properties, Options: { BatchSize: size } };
  for (;;) {
    const [answer] = await retrieve({ RetrieveRequest: request });
    results.push(...answer.Results);
    if (answer.OverallStatus === 'OK') return results;
    request = { ObjectType: type, ContinueRequest: answer.RequestID };
  }
}
