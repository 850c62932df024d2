/** `fuel-soap`, the vendor's own client for Node. Its create adds an empty object to a list, so it creates nothing here. */
import { createRequire } from 'node:module';
import type { Contender, RetrievedTable } from '../contender.ts';

type Callback<T> = (error: Error | null, answer: { readonly body: T }) => void;

interface Row {
  readonly Properties: { readonly Property: readonly { readonly Value?: unknown }[] };
}

interface FuelSoap {
  retrieve(
    type: string,
    properties: readonly string[],
    options: object,
    callback: Callback<{
      readonly OverallStatus: string;
      readonly RequestID: string;
      readonly Results: Row[];
    }>,
  ): void;
}

type FuelSoapClass = new (options: object) => FuelSoap;

function clientFor(address: string): FuelSoap {
  // The package has no types, and is CommonJS.
  const FuelSoapClient = createRequire(import.meta.url)('fuel-soap') as FuelSoapClass;
  const authOptions = { authVersion: 2, accountId: 1 };
  return new FuelSoapClient({
    auth: { clientId: 'id', clientSecret: 'secret', authUrl: `${address}v2/token`, authOptions },
  });
}

/** A call as a promise of its body. */
function bodyOf<T>(call: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, answer) => (error === null ? resolve(answer.body) : reject(error)));
  });
}

export const fuelSoap: Contender = {
  name: 'fuel-soap',
  retrieve: async (address, { columns, rowCount }, halfway): Promise<RetrievedTable> => {
    const client = clientFor(address);
    const rows: Row[] = [];
    for (let options: object = {}; ;) {
      const answer = await bodyOf<{ OverallStatus: string; RequestID: string; Results: Row[] }>((callback) =>
        client.retrieve('DataExtensionObject[bench]', columns, options, callback),
      );
      rows.push(...answer.Results);
      if (rows.length === rowCount / 2) halfway();
      if (answer.OverallStatus === 'OK') break;
      options = { continueRequest: answer.RequestID };
    }
    return {
      rowCount: rows.length,
      cell: (row, column) => {
        const value = rows[row]?.Properties.Property[column]?.Value;
        return typeof value === 'string' ? value : undefined;
      },
    };
  },
};
