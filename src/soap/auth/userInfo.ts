/** Whom a token speaks for: organisation, business unit and user, from the userinfo endpoint. */
import { MarketingCloudError } from '../errors.ts';
import { readText, type Transport } from '../transport/transport.ts';
import type { AccessToken } from './tokenSource.ts';

export interface UserInfo {
  /** MID of the enterprise. */
  readonly enterpriseId: number;
  readonly enterpriseName: string;
  /** MID of the business unit that the token is for. */
  readonly memberId: number;
  readonly userName: string;
  /** The stack that the org is on, e.g. `S50`; undefined where the service does not say. */
  readonly stack?: string;
}

interface Answer {
  readonly user?: { readonly name?: unknown };
  readonly organization?: {
    readonly enterprise_id?: unknown;
    readonly enterprise_name?: unknown;
    readonly member_id?: unknown;
    readonly stack_key?: unknown;
  };
}

const timeout = 30_000;

/**
 * Asks the tenant about a token.
 * @param authAddress as in `ClientCredentials`.
 * @throws MarketingCloudError `not-soap` when the answer is of another kind, and every network code.
 */
export async function fetchUserInfo(
  transport: Transport,
  authAddress: string,
  token: AccessToken,
  signal?: AbortSignal,
): Promise<UserInfo> {
  const url = new URL('v2/userinfo', authAddress).href;
  const response = await transport.send({
    method: 'GET',
    url,
    headers: { authorization: `Bearer ${token.value}`, accept: 'application/json' },
    timeout,
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await readText(response);
  const answer = response.status === 200 ? parse(text) : undefined;
  const organization = answer?.organization;
  if (organization === undefined) {
    throw new MarketingCloudError('not-soap', `${new URL(url).host} does not say whom the token is for.`, {
      operation: 'userinfo',
      httpStatus: response.status,
    });
  }
  return {
    enterpriseId: Number(organization.enterprise_id),
    enterpriseName: textOr(organization.enterprise_name, ''),
    memberId: Number(organization.member_id),
    userName: textOr(answer?.user?.name, ''),
    ...(typeof organization.stack_key === 'string' ? { stack: organization.stack_key } : {}),
  };
}

function parse(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
