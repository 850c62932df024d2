/** Asks an org for its business units. Loaded when a connection is first used. */
import { SoapClient, type Flow, type TokenSource, type Transport } from '../../soap/index.ts';
import { MarketingCloudError, numberAt, textAt } from '../../soap/pure.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { BusinessUnit } from './connection.ts';

interface Question {
  readonly tokens: TokenSource;
  readonly transport: Transport;
  /** The business unit that the credentials are for. */
  readonly own: BusinessUnit;
  /** The queue of the connection. */
  readonly flow: Flow;
  readonly log: OutputLog;
  /** Name of the connection. */
  readonly connection: string;
}

/** The business unit that the credentials are for, and all others that they may see. */
export async function readBusinessUnits({
  tokens,
  transport,
  own,
  flow,
  log,
  connection,
}: Question): Promise<readonly BusinessUnit[]> {
  const place = { connection, mid: own.mid };
  const client = new SoapClient({ tokens, transport, flow, log: (record) => log.call(record, place) });
  try {
    const objects = await client.retrieveAll({
      objectType: 'BusinessUnit',
      properties: ['ID', 'Name'],
      queryAllAccounts: true,
    });
    const units = objects.flatMap((object) => {
      const mid = numberAt(object, 'ID');
      return mid === undefined ? [] : [{ mid, name: textAt(object, 'Name') ?? String(mid) }];
    });
    const known = units.find(({ mid }) => mid === own.mid) ?? own;
    return [known, ...units.filter(({ mid }) => mid !== own.mid)];
  } catch (error) {
    // Without the permission to read accounts, one's own business unit is all there is to choose from.
    if (error instanceof MarketingCloudError && error.code === 'request-rejected') return [own];
    throw error;
  }
}
