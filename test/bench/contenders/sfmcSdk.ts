/** sfmc-sdk, the most used client for Node.js. */
import SDK from 'sfmc-sdk';
import { inParallel, type Contender } from '../contender.ts';
import { pageSize } from '../rows.ts';
import { inCalls } from '../subscribers.ts';

interface Row {
  readonly Properties: { readonly Property: readonly { readonly Name: string; readonly Value: unknown }[] };
}

/** The parts of the library that are used here; its own declarations are looser. */
interface Soap {
  retrieveBulk(type: string, properties: readonly string[]): Promise<{ readonly Results: readonly Row[] }>;
  create(
    type: string,
    objects: readonly object[],
  ): Promise<{ readonly Results: readonly { readonly NewID: number }[] }>;
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
  retrieve: async (address, { columns, rowCount }, halfway) => {
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
  stream: async (address, { columns }, row, breathe) => {
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
  create: async (address, objects) => {
    const soap = soapFor(address, () => undefined);
    let ids = 0;
    await inParallel(inCalls(objects), 20, async (call) => {
      const given = call.map(({ email, key, attributes }) => ({
        '@_xsi:type': 'Subscriber',
        EmailAddress: email,
        SubscriberKey: key,
        Attributes: attributes,
      }));
      const { Results: results } = await soap.create('Subscriber', given);
      for (const { NewID: id } of results) ids += id;
    });
    return ids;
  },
};

/** The library turns some texts into numbers and booleans: written back, they show what is left of them. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
