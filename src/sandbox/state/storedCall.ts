/** What of a call is kept in the state. */
import type { FaultRule } from '../faults/kinds.ts';
import type { Call } from '../operations/operation.ts';
import { packedScopes } from '../service/scopes.ts';
import type { StoredCall } from './stateFile.ts';
import type { StoredStruct } from './values.ts';

export function storedCall(
  { now, account, user, scopes }: Call,
  operation: string,
  {
    drawn,
    message,
    struck,
  }: {
    readonly drawn: number;
    readonly message: StoredStruct;
    readonly struck: readonly (FaultRule | undefined)[];
  },
): StoredCall {
  return {
    kind: 'call',
    at: now,
    drawn,
    mid: account.mid,
    ...(user === undefined ? {} : { userId: user.id }),
    scopes: packedScopes([...scopes]),
    operation,
    message,
    ...(struck.length === 0
      ? {}
      : {
          struck: struck.map((rule): readonly [number, string] | null =>
            rule === undefined ? null : [rule.errorCode ?? 2, rule.message ?? 'An error that was ordered.'],
          ),
        }),
  };
}
