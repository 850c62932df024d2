/** Our own client. */
import { SoapClient, NodeTransport, type RowPage } from '../../../src/soap/index.ts';
import type { Contender } from '../contender.ts';
import { pageSize } from '../rows.ts';

function clientFor(address: string): { client: SoapClient; transport: NodeTransport } {
  const token = { value: 't', expiresAt: Infinity, soapAddress: `${address}Service.asmx`, scopes: [] };
  const transport = new NodeTransport();
  const tokens = { token: () => Promise.resolve(token), reject: () => undefined };
  return { client: new SoapClient({ tokens, transport }), transport };
}

export const ours: Contender = {
  name: 'marketing-cloud-soap',
  retrieve: async (address, { columns, rowCount }, halfway) => {
    const { client, transport } = clientFor(address);
    const pages: RowPage[] = [];
    const query = { objectType: 'DataExtensionObject[bench]', properties: columns };
    for await (const page of client.retrieveRows(query)) {
      pages.push(page);
      if (pages.length === rowCount / pageSize / 2) halfway();
    }
    await transport.close();
    return {
      rowCount: pages.reduce((sum, page) => sum + page.rowCount, 0),
      cell: (row, column) => pages[Math.floor(row / pageSize)]?.cell(row % pageSize, column) ?? undefined,
    };
  },
  stream: async (address, { columns }, row, breathe) => {
    const { client, transport } = clientFor(address);
    const query = { objectType: 'DataExtensionObject[bench]', properties: columns };
    for await (const page of client.retrieveRows(query)) {
      for (let index = 0; index < page.rowCount; index += 1) {
        row(page.row(index).map((cell) => cell ?? undefined));
        // As often as a program does that shares its process with others.
        if (index % 250 === 0) await breathe();
      }
    }
    await transport.close();
  },
  create: async (address, objects) => {
    const { client, transport } = clientFor(address);
    const given = objects.map(({ email, key, attributes }) => ({
      $type: 'Subscriber',
      EmailAddress: email,
      SubscriberKey: key,
      Attributes: attributes,
    }));
    const { results } = await client.create(given, { concurrency: 20 });
    await transport.close();
    return results.reduce((sum, { newId = 0 }) => sum + newId, 0);
  },
};
