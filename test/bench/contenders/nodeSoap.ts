/** npm `soap`, which makes its methods from the WSDL. */
import { createClientAsync } from 'soap';
import { inParallel, type Contender, type RetrievedTable } from '../contender.ts';
import { inCalls } from '../subscribers.ts';

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
  CreateAsync(
    message: object,
  ): Promise<readonly [{ readonly Results: readonly { readonly NewID: number }[] }]>;
}

async function methodsOf(address: string): Promise<Methods> {
  const client = await createClientAsync(`${address}etframework.wsdl`);
  client.addSoapHeader('<fueloauth xmlns="http://exacttarget.com">t</fueloauth>');
  return client as unknown as Methods;
}

export const nodeSoap: Contender = {
  name: 'npm soap',
  retrieve: async (address, { columns, rowCount }, halfway): Promise<RetrievedTable> => {
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
  create: async (address, objects) => {
    const client = await methodsOf(address);
    let ids = 0;
    await inParallel(inCalls(objects), 20, async (call) => {
      const given = call.map(({ email, key, attributes }) => ({
        attributes: { 'xsi:type': 'Subscriber' },
        EmailAddress: email,
        Attributes: attributes,
        SubscriberKey: key,
      }));
      const [{ Results: results }] = await client.CreateAsync({ Options: {}, Objects: given });
      for (const { NewID: id } of results) ids += id;
    });
    return ids;
  },
};
