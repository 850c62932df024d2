/**
 * A seed of one's own: JSON with accounts, API objects by the names of the schema, and rows of data extensions. It is
 * made through the same writes that a caller makes, so what the service would refuse is refused here in its words.
 */
import type { Clock } from '../clock.ts';
import { ApiStruct } from '../message/value.ts';
import type { Account } from '../org/account.ts';
import { Org } from '../org/org.ts';
import { enterprise, profileAttributes } from '../seed/accounts.ts';
import { furnish } from '../seed/furnish.ts';
import { addUsers } from '../seed/users.ts';
import { addObject } from './addObject.ts';
import { structOf } from './structs.ts';

/** What a seed of one's own can have; all of it can be left out. */
export interface OwnSeed {
  /** The enterprise first, then its business units. */
  readonly accounts?: readonly OwnAccount[];
  /** `{ "type": "List", "ListName": "…" }`; `Client.ID` says whose it is, and the enterprise's by default. */
  readonly objects?: readonly OwnObject[];
  /** Rows by the keys of their data extensions. */
  readonly rows?: Readonly<
    Record<string, readonly Readonly<Record<string, string | number | boolean | null>>[]>
  >;
}

export interface OwnAccount {
  readonly mid: number;
  readonly name: string;
  readonly key?: string;
}

export interface OwnObject {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** @throws Error that says where in the seed something is wrong, and what. */
export function ownOrg(seed: OwnSeed, clock: Clock, randomSeed: number): Org {
  checkShape(seed);
  const accounts = accountsOf(seed);
  const org = new Org(clock, randomSeed, accounts, profileAttributes);
  const now = clock.now();
  for (const account of accounts) furnish(org, account, now);
  addUsers(org, []);
  for (const [index, object] of (seed.objects ?? []).entries()) {
    addObject(org, structOf(object, 'APIObject', `objects[${String(index)}]`), `objects[${String(index)}]`);
  }
  for (const [key, rows] of Object.entries(seed.rows ?? {})) {
    for (const [index, row] of rows.entries()) {
      addObject(org, rowStruct(key, row), `rows.${key}[${String(index)}]`);
    }
  }
  return org;
}

/** What each member of a seed must be. */
const shapes: Readonly<Record<keyof OwnSeed, (value: unknown) => string | undefined>> = {
  accounts: (value) => (Array.isArray(value) ? undefined : 'must be a list'),
  objects: (value) => (Array.isArray(value) ? undefined : 'must be a list'),
  rows: (value) => {
    const areLists = typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);
    return areLists ? undefined : 'must be an object with a list for each data extension';
  },
};

function checkShape(seed: unknown): asserts seed is OwnSeed {
  if (typeof seed !== 'object' || seed === null || Array.isArray(seed)) {
    throw new Error('A seed is a JSON object with accounts, objects and rows.');
  }
  for (const [name, value] of Object.entries(seed)) {
    const check = Object.hasOwn(shapes, name) ? shapes[name as keyof OwnSeed] : undefined;
    if (check === undefined) {
      throw new Error(`A seed has no "${name}"; it can have ${Object.keys(shapes).join(', ')}.`);
    }
    const problem = check(value);
    if (problem !== undefined) throw new Error(`${name} ${problem}.`);
  }
}

function accountsOf({ accounts = [] }: OwnSeed): [Account, ...Account[]] {
  const [first = { mid: enterprise.mid, name: enterprise.name }, ...rest] = accounts;
  const own = ({ mid, name, key }: OwnAccount, parent: Account | undefined, path: string): Account => {
    if (!Number.isInteger(mid) || typeof name !== 'string')
      throw new Error(`${path} needs a mid and a name.`);
    return {
      ...enterprise,
      mid,
      name,
      key: key ?? String(mid),
      description: '',
      parent,
      fromName: name,
      businessName: name,
    };
  };
  const top = own(first, undefined, 'accounts[0]');
  return [top, ...rest.map((each, index) => own(each, top, `accounts[${String(index + 1)}]`))];
}

function rowStruct(key: string, row: Readonly<Record<string, string | number | boolean | null>>): ApiStruct {
  const properties = Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([Name, value]) => new ApiStruct('APIProperty', { Name, Value: String(value) }));
  return new ApiStruct('DataExtensionObject', {
    CustomerKey: key,
    Properties: new ApiStruct('ObjectExtension/Properties', { Property: properties }),
  });
}
