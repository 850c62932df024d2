/**
 * Exports a data extension to CSV: `npx tsx examples/exportDataExtension.ts KEY > rows.csv`.
 * Credentials come from the environment: MC_SUBDOMAIN (or an address), MC_CLIENT_ID, MC_CLIENT_SECRET, MC_ACCOUNT_ID.
 */
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { ClientCredentialsSource, NodeTransport, SoapClient, textAt, where } from '../src/soap/index.ts';

const key = process.argv[2] ?? fail('Give the key of a data extension.');
const subdomain = process.env['MC_SUBDOMAIN'] ?? fail('MC_SUBDOMAIN is not set.');
const account = process.env['MC_ACCOUNT_ID'];

const transport = new NodeTransport();
const tokens = new ClientCredentialsSource(
  {
    authAddress: subdomain.includes('/') ? subdomain : `https://${subdomain}.auth.marketingcloudapis.com/`,
    clientId: process.env['MC_CLIENT_ID'] ?? fail('MC_CLIENT_ID is not set.'),
    clientSecret: () => Promise.resolve(process.env['MC_CLIENT_SECRET'] ?? ''),
    ...(account === undefined ? {} : { accountId: Number(account) }),
  },
  { transport },
);
const client = new SoapClient({ tokens, transport });

async function columnsOf(dataExtension: string): Promise<string[]> {
  const fields = await client.retrieveAll({
    objectType: 'DataExtensionField',
    properties: ['Name', 'Ordinal'],
    filter: where('DataExtension.CustomerKey', 'equals', dataExtension),
  });
  const ordinal = (field: (typeof fields)[number]): number => Number(textAt(field, 'Ordinal') ?? 0);
  return fields.sort((a, b) => ordinal(a) - ordinal(b)).map((field) => textAt(field, 'Name') ?? '');
}

/** Rows one after another; the next page is on its way while these are written. */
async function* rowsOf(dataExtension: string, columns: readonly string[]): AsyncGenerator<(string | null)[]> {
  const query = { objectType: `DataExtensionObject[${dataExtension}]`, properties: columns };
  for await (const page of client.retrieveRows(query)) {
    const places = columns.map((column) => page.columns.indexOf(column));
    for (let row = 0; row < page.rowCount; row += 1) {
      yield places.map((place) => (place === -1 ? null : (page.cell(row, place) ?? null)));
    }
  }
}

function fail(text: string): never {
  console.error(text);
  process.exit(1);
}

try {
  const columns = await columnsOf(key);
  if (columns.length === 0) fail(`There is no data extension with the key ${key}.`);
  await pipeline(rowsOf(key, columns), stringify({ header: true, columns }), process.stdout);
} finally {
  await transport.close();
}
