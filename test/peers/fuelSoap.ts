/** `fuel-soap`, the vendor's own client for Node. It has no way to ask for small pages. */
import { createRequire } from 'node:module';
import { readExtension, type Harvest, type Peer } from './peer.ts';

interface Result {
  readonly CustomerKey: string;
  readonly Name: string;
  readonly Properties: { readonly Property: readonly { readonly Name: string; readonly Value: string }[] };
}

interface RetrieveAnswer {
  readonly body: {
    readonly OverallStatus: string;
    readonly RequestID: string;
    readonly Results: readonly Result[];
  };
}

interface FuelSoap {
  retrieve(
    type: string,
    properties: readonly string[],
    options: { readonly continueRequest?: string },
    callback: (error: Error | null, answer: RetrieveAnswer) => void,
  ): void;
}

type FuelSoapClass = new (options: {
  readonly auth: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly authUrl: string;
    readonly authOptions: { readonly authVersion: 2; readonly accountId: number };
  };
}) => FuelSoap;

export const fuelSoap: Peer = {
  name: 'fuel-soap',
  missing: () => undefined,
  harvest: async ({ address, clientId, clientSecret, enterpriseId }) => {
    // The package has no types, and is CommonJS.
    const FuelSoapClient = createRequire(import.meta.url)('fuel-soap') as FuelSoapClass;
    const authOptions = { authVersion: 2, accountId: enterpriseId } as const;
    const client = new FuelSoapClient({
      auth: { clientId, clientSecret, authUrl: `${address}/v2/token`, authOptions },
    });
    const extensions = await allResults(client, 'DataExtension', ['CustomerKey', 'Name']);
    const rows = await allResults(client, `DataExtensionObject[${readExtension.key}]`, readExtension.columns);
    return {
      extensions: extensions.map(({ CustomerKey, Name }) => [CustomerKey, Name]),
      rows: rows.map(({ Properties }) => Properties.Property.map(({ Value }) => Value)),
    } satisfies Harvest;
  },
};

async function allResults(client: FuelSoap, type: string, properties: readonly string[]): Promise<Result[]> {
  const results: Result[] = [];
  for (let options = {}; ;) {
    const { body } = await new Promise<RetrieveAnswer>((resolve, reject) => {
      client.retrieve(type, properties, options, (error, answer) =>
        error === null ? resolve(answer) : reject(error),
      );
    });
    results.push(...body.Results);
    if (body.OverallStatus === 'OK') return results;
    options = { continueRequest: body.RequestID };
  }
}
