/** npm `soap`, which makes its methods from the WSDL. */
import { createClientAsync } from 'soap';
import { inParallel, type Contender, type RetrievedTable } from '../contender.ts';
import { columns, rowCount } from '../rows.ts';

interface Row {
  readonly Properties: { readonly Property: readonly { readonly Value?: unknown }[] };
}

interface RetrieveAnswer {
  readonly OverallStatus: string;
  readonly RequestID: string;
  readonly Results: readonly Row[];
}

interface Methods {
  RetrieveAsync(message: object): Promise<readonly [RetrieveAnswer]>;
  CreateAsync(message: object): Promise<readonly [{ readonly Results: unknown }]>;
}

async function methodsOf(address: string): Promise<Methods> {
  const client = await createClientAsync(`${address}etframework.wsdl`);
  client.addSoapHeader('<fueloauth xmlns="http://exacttarget.com">t</fueloauth>');
  return client as unknown as Methods;
}

export const nodeSoap: Contender = {
  name: 'npm soap',
  retrieve: async (address, halfway): Promise<RetrievedTable> => {
    const client = await methodsOf(address);
    const rows: Row[] = [];
    let request: object = { ObjectType: 'DataExtensionObject[bench]', Properties: columns };
    for (;;) {
      const [answer] = await client.RetrieveAsync({ RetrieveRequest: request });
      rows.push(...answer.Results);
      if (rows.length === rowCount / 2) halfway();
      if (answer.OverallStatus === 'OK') break;
      request = { ObjectType: 'DataExtensionObject[bench]', ContinueRequest: answer.RequestID };
    }
    return {
      rowCount: rows.length,
      cell: (row, column) => {
        const value = rows[row]?.Properties.Property[column]?.Value;
        return typeof value === 'string' ? value : value === null ? '' : undefined;
      },
    };
  },
  create: async (address, count) => {
    const client = await methodsOf(address);
    const batches = Array.from({ length: count / 50 }, (_, batch) =>
      Array.from({ length: 50 }, (_unused, index) => ({
        attributes: { 'xsi:type': 'Subscriber' },
        EmailAddress: `person${String(batch * 50 + index)}@example.com`,
        Attributes: { Name: 'First Name', Value: 'Ann' },
        SubscriberKey: `key-${String(batch * 50 + index)}`,
      })),
    );
    let created = 0;
    await inParallel(batches, 20, async (batch) => {
      const [{ Results: results }] = await client.CreateAsync({ Options: {}, Objects: batch });
      created += Array.isArray(results) ? results.length : 1;
    });
    return created;
  },
};
