/** `sfmc-sdk`, the best known client of the service for Node. */
import SDK from 'sfmc-sdk';
import { pageSize, readExtension, type Harvest, type Peer } from './peer.ts';

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
  harvest: async ({ address, clientId, clientSecret, enterpriseId }) => {
    const sdk = new SDK(
      {
        client_id: clientId,
        client_secret: clientSecret,
        account_id: enterpriseId,
        // It wants a tenant's address, and is content with one in the query; it adds the path of the endpoint behind.
        auth_url: `${address}/v2/token?of=${tenantAddress}`,
      },
      {},
    );
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
};
