/** Adds an object to an org that is being made, through the same write that a caller makes. */
import { ApiStruct } from '../message/value.ts';
import type { Write } from '../objects/apiObject.ts';
import { objectNamed } from '../objects/index.ts';
import type { Org } from '../org/org.ts';

/** Writes an object in the account that its Client.ID names, the enterprise by default. */
export function seedWrite(org: Org, object: ApiStruct): Write | undefined {
  const account = org.account(Number(object.path('Client.ID') ?? org.enterprise.mid));
  const quiet = (): void => undefined;
  if (account === undefined) return undefined;
  const place = { org, caller: account, account, now: org.clock.now() };
  return { ...place, object, saveAction: undefined, note: quiet, trap: quiet };
}

/** @throws Error that says where in the seed something is wrong, and what, in the words of the service. */
export function addObject(org: Org, object: ApiStruct, path: string): void {
  const api = objectNamed(object.type);
  const create = api?.create ?? api?.seed ?? api?.configurations?.['create'];
  if (create === undefined) throw new Error(`${path}: a ${object.type} cannot be created.`);
  const write = seedWrite(org, object);
  if (write === undefined) throw new Error(`${path}.Client.ID is the ID of no account.`);
  const { ok, message, members } = create(write);
  if (!ok) throw new Error(`${path}: ${message}${detailOf(members)}`);
}

/** What the special results of rows say besides. */
function detailOf(members: Readonly<Record<string, unknown>> | undefined): string {
  const errors = ['KeyErrors', 'ValueErrors'].flatMap((name) => {
    const list = members?.[name];
    return list instanceof ApiStruct ? list.structs(name.slice(0, -1)) : [];
  });
  return errors.map((error) => ` ${error.text('Name', '')}: ${error.text('ErrorMessage', '')}`).join('');
}
