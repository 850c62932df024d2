/** Each method of the client: what it sends for a call, and what it makes of the service's answer. */
import assert from 'node:assert/strict';
import { prettyXml } from '../../src/language/index.ts';
import { SoapClient, type RetrieveQuery, type TypedObject, type WriteOptions } from '../../src/soap/index.ts';
import { goldenCases } from '../support/golden.ts';
import { bodyOf } from '../support/recordingTransport.ts';
import { schemaAvailable, schemaProblems } from '../support/schema.ts';
import { envelope, ScriptedTransport } from '../support/scriptedTransport.ts';

/** `call.json`: the method and what it is called with. */
type Call =
  | { readonly method: 'retrieveAll' | 'retrieveRows'; readonly query: RetrieveQuery }
  | {
      readonly method: 'create' | 'update' | 'delete';
      readonly objects: TypedObject[];
      readonly options?: WriteOptions;
    }
  | { readonly method: 'perform'; readonly action: string; readonly objects: TypedObject[] }
  | { readonly method: 'describe'; readonly types: string[] }
  | { readonly method: 'systemStatus' }
  | { readonly method: 'send'; readonly operation: string; readonly body: string };

const token = {
  value: 'TOKEN',
  expiresAt: Infinity,
  soapAddress: 'https://tenant.example/Service.asmx',
  scopes: [],
};
const tokens = { token: () => Promise.resolve(token), reject: () => undefined };

async function perform(client: SoapClient, call: Call): Promise<unknown> {
  switch (call.method) {
    case 'retrieveAll':
      return client.retrieveAll(call.query);
    case 'retrieveRows': {
      const pages: unknown[] = [];
      for await (const page of client.retrieveRows(call.query)) {
        const rows = Array.from({ length: page.rowCount }, (_, row) => page.row(row));
        pages.push({ columns: page.columns, rows });
      }
      return pages;
    }
    case 'create':
    case 'update':
    case 'delete':
      return client[call.method](call.objects, call.options);
    case 'perform':
      return client.perform(call.action, call.objects);
    case 'describe':
      return client.describe(call.types);
    case 'systemStatus':
      return client.systemStatus();
    case 'send': {
      const { name, content } = await client.send(call.operation, call.body);
      return { name, content };
    }
  }
}

describe('golden: operations', () => {
  const cases = goldenCases('operations');

  it('cover every method of the client', () => {
    const covered = new Set(cases.map((golden) => (JSON.parse(golden.read('call.json')) as Call).method));
    const methods = [
      'create',
      'delete',
      'describe',
      'perform',
      'retrieveAll',
      'retrieveRows',
      'send',
      'systemStatus',
      'update',
    ];
    assert.deepEqual([...covered].sort(), methods);
  });

  for (const golden of cases) {
    it(golden.name, async () => {
      const call = JSON.parse(golden.read('call.json')) as Call;
      const answer = golden.read('answer.xml');
      const transport = new ScriptedTransport(() => ({ body: envelope(answer.trim()) }));
      const client = new SoapClient({ tokens, transport });
      const result = await perform(client, call);
      const body = bodyOf(transport.requests[0]?.body ?? '');
      golden.expect('request.xml', prettyXml(body));
      golden.expect('result.json', JSON.stringify(result, undefined, 2));
      if (schemaAvailable()) assert.deepEqual(await schemaProblems(body), []);
    });
  }
});
