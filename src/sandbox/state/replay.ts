/** Makes the calls of a state again. */
import { operationNamed } from '../operations/index.ts';
import type { Org } from '../org/org.ts';
import { Continuations } from '../retrieve/continuations.ts';
import { FaultBoard } from '../faults/faultBoard.ts';
import { unpackedScopes } from '../service/scopes.ts';
import type { StoredCall } from './stateFile.ts';
import { restoredStruct } from './values.ts';

/** Makes one call again, at its moment and with the random values that it had. */
export function replay(org: Org, call: StoredCall): void {
  const account = org.account(call.mid);
  const operation = operationNamed(call.operation);
  if (account === undefined || operation === undefined) return;
  org.advance(call.at);
  org.random.moveTo(call.drawn);
  const struck = [...(call.struck ?? [])];
  const { userId } = call;
  operation.run({
    org,
    continuations: new Continuations(),
    account,
    scopes: unpackedScopes(call.scopes),
    user: userId === undefined ? undefined : org.users.find(org.enterprise.mid, 'id', userId),
    message: restoredStruct(call.message),
    now: call.at,
    requestId: org.random.guid(),
    note: () => undefined,
    trap: () => undefined,
    faults: new FaultBoard(0),
    struckObject: () => {
      const refusal = struck.shift();
      return refusal === undefined || refusal === null
        ? undefined
        : { kind: 'objectError', errorCode: refusal[0], message: refusal[1] };
    },
    done: () => undefined,
  });
}
