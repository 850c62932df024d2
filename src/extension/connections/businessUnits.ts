/** Asks an org for its business units. Loaded when a connection is first used. */
import * as l10n from '@vscode/l10n';
import {
  fetchUserInfo,
  MarketingCloudError,
  numberAt,
  SoapClient,
  textAt,
  whyRefused,
  type AccessToken,
  type ErrorCode,
  type Flow,
  type TokenSource,
  type Transport,
} from '../../soap/index.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { Access } from './access.ts';
import type { BusinessUnit, OrgConnection } from './connection.ts';

interface Question {
  readonly org: OrgConnection;
  readonly access: Access;
  readonly transport: Transport;
  /** The queue of the connection. */
  readonly flow: Flow;
  readonly log: OutputLog;
}

interface Found {
  readonly units: readonly BusinessUnit[];
  /** MID of the enterprise, where that can be known. */
  readonly enterpriseId?: number;
}

/** Whoever may not see the business units works in one. */
const refusals: ReadonlySet<ErrorCode> = new Set(['request-rejected', 'not-permitted']);

/** The business unit that a connection is for, and all others that it may see. */
export async function findBusinessUnits(question: Question): Promise<Found> {
  const { org, access, transport } = question;
  const { authAddress, reachesBusinessUnits } = access;
  if (authAddress === undefined || !reachesBusinessUnits) {
    return { units: [{ mid: org.mid ?? 0, name: org.name }] };
  }
  // The business unit of the package itself, most often the enterprise, sees the others; one below it sees only itself.
  const tokens = access.tokens(undefined, transport);
  const token = await firstToken(question, tokens);
  const { memberId, enterpriseId, enterpriseName } = await fetchUserInfo(transport, authAddress, token);
  const name = memberId === enterpriseId ? enterpriseName : l10n.t('MID {0}', memberId);
  return { units: await readBusinessUnits(question, tokens, { mid: memberId, name }), enterpriseId };
}

/** A token for the business unit that the connection begins with. */
async function firstToken(
  { org: { mid }, access, transport }: Question,
  tokens: TokenSource,
): Promise<AccessToken> {
  try {
    return await access.tokens(mid, transport).token();
  } catch (error) {
    if (mid === undefined || !(error instanceof MarketingCloudError)) throw error;
    throw await whyRefused(error, { accountId: mid, tokens });
  }
}

async function readBusinessUnits(
  { org, transport, flow, log }: Question,
  tokens: TokenSource,
  own: BusinessUnit,
): Promise<readonly BusinessUnit[]> {
  const place = { connection: org.name, mid: own.mid };
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
    if (error instanceof MarketingCloudError && refusals.has(error.code)) return [own];
    throw error;
  }
}
