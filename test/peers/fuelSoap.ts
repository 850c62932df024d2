/** `fuel-soap`, the vendor's own client for Node. It has no way to ask for small pages. */
import { createRequire } from 'node:module';
import type { SandboxConnection } from '../../src/sandbox/index.ts';
import { readExtension, type Harvest, type Peer } from './peer.ts';
import { runScenario, type Members, type PeerApi } from './scenario.ts';

interface Result {
  readonly CustomerKey: string;
  readonly Name: string;
  readonly Properties: { readonly Property: readonly { readonly Name: string; readonly Value: string }[] };
}

interface RetrieveAnswer {
  readonly body: {
    readonly OverallStatus: string;
    readonly RequestID: string;
    /** Left out when there are none, and no list when there is one. */
    readonly Results?: Result | readonly Result[];
  };
}

interface WriteAnswer {
  readonly body: { readonly Results: Members | readonly Members[] };
}

interface PerformAnswer {
  readonly body: { readonly Results: Performed | readonly Performed[] };
}

interface Performed {
  readonly Result: Started | readonly Started[];
}

interface Started {
  readonly Task: { readonly ID: string };
}

interface FuelFilter {
  readonly leftOperand: string;
  readonly operator: string;
  readonly rightOperand: string;
}

type Done<Answer> = (error: Error | null, answer: Answer) => void;

interface FuelSoap {
  create(type: string, object: Members, options: object, done: Done<WriteAnswer>): void;
  update(type: string, object: Members, options: object, done: Done<WriteAnswer>): void;
  perform(type: string, definition: Members, done: Done<PerformAnswer>): void;
  retrieve(
    type: string,
    properties: readonly string[],
    options: { readonly continueRequest?: string; readonly filter?: FuelFilter },
    done: Done<RetrieveAnswer>,
  ): void;
}

type FuelSoapClass = new (options: {
  readonly auth: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly authUrl: string;
    readonly authOptions: { readonly authVersion: 2; readonly accountId: number };
  };
}) => FuelSoap;

export const fuelSoap: Peer = {
  name: 'fuel-soap',
  missing: () => undefined,
  harvest: async (connection) => {
    const client = clientOf(connection);
    const extensions = await allResults(client, 'DataExtension', ['CustomerKey', 'Name']);
    const rows = await allResults(client, `DataExtensionObject[${readExtension.key}]`, readExtension.columns);
    return {
      extensions: extensions.map(({ CustomerKey, Name }) => [CustomerKey, Name]),
      rows: rows.map(({ Properties }) => Properties.Property.map(({ Value }) => Value)),
    } satisfies Harvest;
  },
  work: (connection, assignment) => runScenario(apiOf(clientOf(connection)), assignment),
};

function clientOf({ address, clientId, clientSecret, enterpriseId }: SandboxConnection): FuelSoap {
  // The package has no types, and is CommonJS.
  const FuelSoapClient = createRequire(import.meta.url)('fuel-soap') as FuelSoapClass;
  const authOptions = { authVersion: 2, accountId: enterpriseId } as const;
  return new FuelSoapClient({
    auth: { clientId, clientSecret, authUrl: `${address}/v2/token`, authOptions },
  });
}

/** It writes one object in a call, for it puts the type of the object where a list has no place for it. */
function apiOf(client: FuelSoap): PeerApi {
  const saveOptions = { SaveOptions: { SaveOption: { PropertyName: '*', SaveAction: 'UpdateAdd' } } };
  const oneByOne = async (
    objects: readonly Members[],
    write: (object: Members, done: Done<WriteAnswer>) => void,
  ): Promise<Members[]> => {
    const results: Members[] = [];
    for (const object of objects) {
      const { body } = await answerTo<WriteAnswer>((done) => write({ ...object }, done));
      results.push(...[body.Results].flat());
    }
    return results;
  };
  return {
    create: (type, objects) => oneByOne(objects, (object, done) => client.create(type, object, {}, done)),
    upsert: (type, objects) =>
      oneByOne(objects, (object, done) => client.update(type, object, { ...saveOptions }, done)),
    retrieve: async (type, properties, { property, operator, value }) => {
      const filter = { leftOperand: property, operator, rightOperand: value };
      return (await allResults(client, type, properties, filter)) as unknown as readonly Members[];
    },
    start: async (type, key) => {
      const { body } = await answerTo<PerformAnswer>((done) =>
        client.perform(type, { CustomerKey: key }, done),
      );
      const result = [[body.Results].flat()[0]?.Result].flat()[0];
      return result?.Task.ID ?? '';
    },
  };
}

function answerTo<Answer>(ask: (done: Done<Answer>) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    ask((error, answer) => (error === null ? resolve(answer) : reject(error)));
  });
}

async function allResults(
  client: FuelSoap,
  type: string,
  properties: readonly string[],
  filter?: FuelFilter,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let options: object = filter === undefined ? {} : { filter }; ;) {
    const { body } = await answerTo<RetrieveAnswer>((done) =>
      client.retrieve(type, properties, options, done),
    );
    results.push(...[body.Results ?? []].flat());
    if (body.OverallStatus === 'OK') return results;
    options = { continueRequest: body.RequestID };
  }
}
