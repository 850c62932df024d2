/** npm `soap`, which makes its methods from the WSDL. */
import { createClientAsync } from 'soap';
import type { SandboxConnection } from '../../src/sandbox/index.ts';
import { fetchToken, pageSize, readExtension, type Harvest, type Peer } from './peer.ts';
import { runScenario, type Members, type PeerApi } from './scenario.ts';

interface Result {
  readonly CustomerKey: string;
  readonly Name: string;
  readonly Properties: {
    readonly Property: readonly { readonly Name: string; readonly Value: string | null }[];
  };
}

interface RetrieveAnswer {
  readonly OverallStatus: string;
  readonly RequestID: string;
  /** Left out when there are none. */
  readonly Results?: readonly Result[];
}

type Retrieve = (message: object) => Promise<readonly [RetrieveAnswer]>;

export const nodeSoap: Peer = {
  name: 'npm soap',
  missing: () => undefined,
  harvest: async (connection) => {
    const { RetrieveAsync: retrieve } = await clientOf(connection);
    const extensions = await allResults(retrieve, 'DataExtension', ['CustomerKey', 'Name'], pageSize);
    const rows = await allResults(
      retrieve,
      `DataExtensionObject[${readExtension.key}]`,
      readExtension.columns,
      2500,
    );
    return {
      extensions: extensions.map(({ CustomerKey, Name }) => [CustomerKey, Name]),
      rows: rows.map(({ Properties }) => Properties.Property.map(({ Value }) => Value ?? '')),
    } satisfies Harvest;
  },
  work: async (connection, assignment) => runScenario(apiOf(await clientOf(connection)), assignment),
};

interface Methods {
  readonly RetrieveAsync: Retrieve;
  readonly CreateAsync: Write;
  readonly UpdateAsync: Write;
  readonly PerformAsync: (message: object) => Promise<readonly [PerformAnswer]>;
}

type Write = (message: object) => Promise<readonly [{ readonly Results: readonly Members[] }]>;

interface PerformAnswer {
  readonly Results: { readonly Result: readonly { readonly Task: { readonly ID: string } }[] };
}

/** Everything is by the WSDL but the types of objects, which stand where it has their base. */
function apiOf({ RetrieveAsync, CreateAsync, UpdateAsync, PerformAsync }: Methods): PeerApi {
  const typed = (type: string, members: object): object => ({
    attributes: { 'xsi:type': `tns:${type}` },
    ...members,
  });
  const upsert = { SaveOptions: { SaveOption: [{ PropertyName: '*', SaveAction: 'UpdateAdd' }] } };
  return {
    create: async (type, objects) => {
      const [answer] = await CreateAsync({ Options: {}, Objects: objects.map((each) => typed(type, each)) });
      return answer.Results;
    },
    upsert: async (type, objects) => {
      const [answer] = await UpdateAsync({
        Options: upsert,
        Objects: objects.map((each) => typed(type, each)),
      });
      return answer.Results;
    },
    retrieve: async (type, properties, { property, operator, value }) => {
      const condition = { Property: property, SimpleOperator: operator, Value: value };
      const request = {
        ObjectType: type,
        Properties: properties,
        Filter: typed('SimpleFilterPart', condition),
      };
      return (await allPages(RetrieveAsync, request)) as unknown as readonly Members[];
    },
    start: async (type, key) => {
      const definition = typed(type, { CustomerKey: key });
      const [answer] = await PerformAsync({ Action: 'start', Definitions: { Definition: [definition] } });
      return answer.Results.Result[0]?.Task.ID ?? '';
    },
  };
}

async function clientOf(connection: SandboxConnection): Promise<Methods> {
  const client = await createClientAsync(`${connection.address}/etframework.wsdl`);
  client.addSoapHeader(
    `<fueloauth xmlns="http://exacttarget.com">${await fetchToken(connection)}</fueloauth>`,
  );
  return client as unknown as Methods;
}

async function allResults(
  retrieve: Retrieve,
  type: string,
  properties: readonly string[],
  size: number,
): Promise<Result[]> {
  return allPages(retrieve, { ObjectType: type, Properties: properties, Options: { BatchSize: size } });
}

interface FirstRequest {
  readonly ObjectType: string;
  readonly Properties: readonly string[];
  readonly Filter?: object;
  readonly Options?: object;
}

async function allPages(retrieve: Retrieve, first: FirstRequest): Promise<Result[]> {
  const results: Result[] = [];
  let request: object = first;
  for (;;) {
    const [answer] = await retrieve({ RetrieveRequest: request });
    results.push(...(answer.Results ?? []));
    if (answer.OverallStatus === 'OK') return results;
    request = { ObjectType: first.ObjectType, ContinueRequest: answer.RequestID };
  }
}
