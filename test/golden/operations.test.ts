/** Each method of the client: what it sends for a call, and what it makes of the service's answer. */
import assert from 'node:assert/strict';
import { prettyXml } from '../../src/language/index.ts';
import {
  SoapClient,
  type DescribeOptions,
  type ExecuteRequest,
  type ExtractRequest,
  type ObjectResult,
  type RetrieveQuery,
  type SoapObject,
  type TypedObject,
  type WriteMethod,
  type WriteOptions,
} from '../../src/soap/index.ts';
import { goldenCases } from '../support/golden.ts';
import { bodyOf } from '../support/recordingTransport.ts';
import { schemaAvailable, schemaProblems } from '../support/schema.ts';
import { envelope, ScriptedTransport } from '../support/scriptedTransport.ts';

interface ObjectsCall {
  readonly objects: TypedObject[];
  readonly options?: WriteOptions;
}

/** `call.json`: the method and what it is called with. */
type Call =
  | { readonly method: 'retrieveAll'; readonly query: RetrieveQuery }
  | { readonly method: 'retrieveRows'; readonly query: RetrieveQuery }
  | { readonly method: 'query'; readonly query: RetrieveQuery }
  | ({ readonly method: 'create' } & ObjectsCall)
  | ({ readonly method: 'update' } & ObjectsCall)
  | ({ readonly method: 'delete' } & ObjectsCall)
  | ({ readonly method: 'perform'; readonly action: string } & ObjectsCall)
  | ({ readonly method: 'configure'; readonly action: string } & ObjectsCall)
  | {
      readonly method: 'schedule';
      readonly action: string;
      readonly schedule: SoapObject;
      readonly objects: TypedObject[];
    }
  | { readonly method: 'execute'; readonly requests: ExecuteRequest[] }
  | { readonly method: 'extract'; readonly requests: ExtractRequest[] }
  | { readonly method: 'describe'; readonly types: string[]; readonly options?: DescribeOptions }
  | { readonly method: 'systemStatus' }
  | { readonly method: 'versionInfo'; readonly history: boolean }
  | { readonly method: 'send'; readonly operation: string; readonly body: string }
  | {
      readonly method: 'sendWrite';
      readonly operation: WriteMethod;
      readonly body: string;
      readonly options?: WriteOptions;
    };

const token = {
  value: 'TOKEN',
  expiresAt: Infinity,
  soapAddress: 'https://tenant.example/Service.asmx',
  scopes: [],
};
const tokens = { token: () => Promise.resolve(token), reject: () => undefined };

/** How each method is called; another one is another row. */
const callers: { readonly [M in Call['method']]: (client: SoapClient, call: CallOf<M>) => Promise<unknown> } =
  {
    retrieveAll: (client, { query }) => client.retrieveAll(query),
    retrieveRows: async (client, { query }) => {
      const pages = await all(client.retrieveRows(query));
      return pages.map((page) => ({
        columns: page.columns,
        rows: Array.from({ length: page.rowCount }, (_, row) => page.row(row)),
      }));
    },
    query: (client, { query }) => all(client.query(query)),
    create: (client, { objects, options }) => client.create(objects, options),
    update: (client, { objects, options }) => client.update(objects, options),
    delete: (client, { objects, options }) => client.delete(objects, options),
    perform: (client, { action, objects, options }) => client.perform(action, objects, options),
    configure: (client, { action, objects, options }) => client.configure(action, objects, options),
    schedule: (client, { action, schedule, objects }) =>
      client.schedule(action, { schedule, interactions: objects }),
    execute: (client, { requests }) => client.execute(requests),
    extract: (client, { requests }) => client.extract(requests),
    describe: (client, { types, options }) => client.describe(types, options),
    systemStatus: (client) => client.systemStatus(),
    versionInfo: (client, { history }) => client.versionInfo({ history }),
    send: async (client, { operation, body }) => {
      const { name, content } = await client.send(operation, body);
      return { name, content };
    },
    sendWrite: async (client, { operation, body, options }) => {
      const answers = await all(client.sendWrite(operation, body, options));
      return answers.map((answer) => {
        const { name, content, queued, from, count, calls } = answer;
        return { name, content, queued, from, count, calls };
      });
    },
  };

type CallOf<M extends Call['method']> = Extract<Call, { readonly method: M }>;

function perform(client: SoapClient, call: Call): Promise<unknown> {
  const caller = callers[call.method] as (client: SoapClient, call: Call) => Promise<unknown>;
  return caller(client, call);
}

/** Writes the echoed object of a result as `object`. */
function withEcho(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('echo' in value)) return value;
  const { echo, ...result } = value as ObjectResult;
  return { ...result, object: echo?.() };
}

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

describe('golden: operations', () => {
  const cases = goldenCases('operations');

  it('cover every method of the client', () => {
    const covered = new Set(cases.map((golden) => (JSON.parse(golden.read('call.json')) as Call).method));
    const methods = Object.keys(callers).sort();
    assert.deepEqual([...covered].sort(), methods);
  });

  for (const golden of cases) {
    it(golden.name, async () => {
      const call = JSON.parse(golden.read('call.json')) as Call;
      const answer = golden.read('answer.xml');
      const transport = new ScriptedTransport(() => ({ body: envelope(answer.trim()) }));
      const client = new SoapClient({ tokens, transport, newId: () => 'ID' });
      const result = await perform(client, call);
      const body = bodyOf(transport.requests[0]?.body ?? '');
      golden.expect('request.xml', prettyXml(body));
      golden.expect('result.json', JSON.stringify(result, withEcho, 2));
      if (schemaAvailable()) assert.deepEqual(await schemaProblems(body), []);
    });
  }
});
