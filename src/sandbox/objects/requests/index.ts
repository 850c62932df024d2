/** The table of requests that Execute knows. A new one is a file of its own and a row here. */
import { logUnsubEvent } from './logUnsubEvent.ts';
import { refreshGroupRequest } from './refreshGroup.ts';
import type { ExecuteMethod } from './request.ts';

const byName: ReadonlyMap<string, ExecuteMethod> = new Map([
  ['logunsubevent', logUnsubEvent],
  ['refreshgroup', refreshGroupRequest],
]);

/** The request of this name, without regard to case. */
export function executeMethodNamed(name: string): ExecuteMethod | undefined {
  return byName.get(name.toLowerCase());
}
