/** What the token endpoint and the sign-in page work on. */
import type { FaultBoard } from '../../faults/faultBoard.ts';
import type { Journal } from '../../journal.ts';
import type { Org } from '../../org/org.ts';
import type { AccessTokens } from '../../service/accessTokens.ts';
import type { Codes } from './codes.ts';

export interface TokenService {
  readonly org: Org;
  readonly tokens: AccessTokens;
  readonly codes: Codes;
  readonly journal: Journal;
  readonly faults: FaultBoard;
  readonly address: string;
  readonly clientSecret: string;
  readonly tokenLifetimeSeconds: number;
}
