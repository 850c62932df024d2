/** undici alone, which looks at nothing: the limit of the wire. */
import { Pool } from 'undici';
import { inParallel, type Contender } from '../contender.ts';
import { pageSize } from '../rows.ts';
import { inCalls, type BenchSubscriber } from '../subscribers.ts';

async function post(pool: Pool, address: string, action: string, body: string): Promise<number> {
  const response = await pool.request({
    method: 'POST',
    path: `${new URL(address).pathname}Service.asmx`,
    headers: { 'content-type': 'text/xml', soapaction: action },
    body,
  });
  let bytes = 0;
  for await (const chunk of response.body) bytes += (chunk as Buffer).length;
  return bytes;
}

export const rawUndici: Contender = {
  name: 'undici, no parsing',
  retrieve: async (address, { rowCount }, halfway) => {
    const pool = new Pool(new URL(address).origin);
    for (let page = 0; page < rowCount / pageSize; page += 1) {
      await post(pool, address, 'Retrieve', `<ContinueRequest>page-${String(page)}</ContinueRequest>`);
      if (page === rowCount / pageSize / 2) halfway();
    }
    await pool.close();
    return undefined;
  },
  create: async (address, objects) => {
    const pool = new Pool(new URL(address).origin, { connections: 20 });
    // One and the same text for all calls: what writing objects takes is no part of the wire.
    const calls = inCalls(objects);
    const body = calls[0]?.map(objectText).join('') ?? '';
    await inParallel(calls, 20, async () => {
      await post(pool, address, 'Create', `<CreateRequest>${body}</CreateRequest>`);
    });
    await pool.close();
    return undefined;
  },
};

function objectText({ email, key, attributes }: BenchSubscriber): string {
  const given = attributes.map(
    ({ Name, Value }) => `<Attributes><Name>${Name}</Name><Value>${Value}</Value></Attributes>`,
  );
  return (
    `<Objects xsi:type="Subscriber"><EmailAddress>${email}</EmailAddress>${given.join('')}` +
    `<SubscriberKey>${key}</SubscriberKey></Objects>`
  );
}
