/** sfmc-sdk, the most used client for Node.js. */
import SDK from 'sfmc-sdk';
import { inParallel, type Contender } from '../contender.ts';
import { columns, pageSize, rowCount } from '../rows.ts';

interface Row {
  readonly Properties: { readonly Property: readonly { readonly Name: string; readonly Value: unknown }[] };
}

/** The parts of the library that are used here; its own declarations are looser. */
interface Soap {
  retrieveBulk(type: string, properties: readonly string[]): Promise<{ readonly Results: readonly Row[] }>;
  create(type: string, objects: readonly object[]): Promise<{ readonly Results: unknown }>;
}

function soapFor(address: string, onLoop: () => void): Soap {
  const account = {
    client_id: 'id',
    client_secret: 'secret',
    account_id: '1',
    // The library insists on an address of this form; with a token given it never calls it.
    auth_url: `https://mc${'0'.repeat(26)}.auth.marketingcloudapis.com/`,
    access_token: 't',
    soap_instance_url: address,
    expiration: Infinity,
  };
  return new SDK(account, { eventHandlers: { onLoop } }).soap;
}

export const sfmcSdk: Contender = {
  name: 'sfmc-sdk',
  retrieve: async (address, halfway) => {
    let loops = 0;
    const soap = soapFor(address, () => {
      loops += 1;
      if (loops === rowCount / pageSize / 2) halfway();
    });
    const { Results: rows } = await soap.retrieveBulk('DataExtensionObject[bench]', columns);
    return {
      rowCount: rows.length,
      cell: (row, column) => {
        const value = rows[row]?.Properties.Property[column]?.Value;
        return value === undefined || value === null ? undefined : asText(value);
      },
    };
  },
  stream: async (address, row, breathe) => {
    const soap = soapFor(address, () => undefined);
    const { Results: rows } = await soap.retrieveBulk('DataExtensionObject[bench]', columns);
    for (const [index, { Properties }] of rows.entries()) {
      row(
        Properties.Property.map(({ Value }) =>
          Value === undefined || Value === null ? undefined : asText(Value),
        ),
      );
      if (index % 250 === 0) await breathe();
    }
  },
  create: async (address, count) => {
    const soap = soapFor(address, () => undefined);
    const batches = Array.from({ length: count / 50 }, (_, batch) =>
      Array.from({ length: 50 }, (_unused, index) => ({
        '@_xsi:type': 'Subscriber',
        EmailAddress: `person${String(batch * 50 + index)}@example.com`,
        SubscriberKey: `key-${String(batch * 50 + index)}`,
        Attributes: [{ Name: 'First Name', Value: 'Ann' }],
      })),
    );
    let created = 0;
    await inParallel(batches, 20, async (batch) => {
      const { Results: results } = await soap.create('Subscriber', batch);
      created += Array.isArray(results) ? results.length : 1;
    });
    return created;
  },
};

/** The library turns some texts into numbers and booleans: written back, they show what is left of them. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
