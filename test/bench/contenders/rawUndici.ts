/** undici alone, which looks at nothing: the limit of the wire. */
import { Pool } from 'undici';
import { inParallel, type Contender } from '../contender.ts';
import { pageSize, rowCount } from '../rows.ts';

async function post(pool: Pool, action: string, body: string): Promise<number> {
  const response = await pool.request({
    method: 'POST',
    path: '/Service.asmx',
    headers: { 'content-type': 'text/xml', soapaction: action },
    body,
  });
  let bytes = 0;
  for await (const chunk of response.body) bytes += (chunk as Buffer).length;
  return bytes;
}

export const rawUndici: Contender = {
  name: 'undici, no parsing',
  retrieve: async (address, halfway) => {
    const pool = new Pool(new URL(address).origin);
    for (let page = 0; page < rowCount / pageSize; page += 1) {
      await post(pool, 'Retrieve', `<ContinueRequest>page-${String(page)}</ContinueRequest>`);
      if (page === rowCount / pageSize / 2) halfway();
    }
    await pool.close();
    return undefined;
  },
  create: async (address, count) => {
    const pool = new Pool(new URL(address).origin, { connections: 20 });
    const object =
      '<Objects xsi:type="Subscriber"><EmailAddress>person1@example.com</EmailAddress><Attributes><Name>First Name</Name>' +
      '<Value>Ann</Value></Attributes><SubscriberKey>key-1</SubscriberKey></Objects>';
    const batches = Array.from({ length: count / 50 }, () => object.repeat(50));
    await inParallel(batches, 20, async (batch) => {
      await post(pool, 'Create', `<CreateRequest>${batch}</CreateRequest>`);
    });
    await pool.close();
    return count;
  },
};
