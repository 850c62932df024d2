/**
 * Writing business units and agency clients (G2, G3): both are accounts below the one that makes them. Codes are
 * documented, texts follow the pattern of others or are inferred.
 */
import type { ApiStruct } from '../../message/value.ts';
import { reaches, type Account } from '../../org/account.ts';
import type { Org } from '../../org/org.ts';
import { furnish } from '../../seed/furnish.ts';
import type { Write } from '../apiObject.ts';
import { echoOf, refused, type Outcome } from '../outcome.ts';
import { timeZoneNamed } from './timeZone.ts';

/** What a kind of account is called, and which account types it can have. */
interface Kind {
  readonly label: string;
  readonly accountTypes: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  BusinessUnit: { label: 'Business Unit', accountTypes: ['BUSINESS_UNIT'] },
  Account: { label: 'Account', accountTypes: ['PRO_CONNECT_CLIENT', 'LP_MEMBER', 'DOTO_MEMBER'] },
};

const required = [
  'Name',
  'Email',
  'FromName',
  'BusinessName',
  'Address',
  'City',
  'State',
  'Zip',
  'Country',
] as const;

export function createAccount(write: Write): Outcome {
  const { org, object, now } = write;
  const kind = kindOf(object);
  const problem = createProblem(write, kind);
  if (problem !== undefined) return { ...problem, echo: object };
  const parent = parentOf(org, object);
  if (parent === undefined) return refused(1011, 'ParentID is not the ID of an account.', object);
  const timeZone = timeZoneNamed(object.struct('TimeZone'), parent.timeZone);
  if ('code' in timeZone) return refused(timeZone.code, timeZone.text, object);
  const text = (member: string): string => object.text(member, '');
  const made: Account = {
    mid: org.nextId('account'),
    type: text('AccountType'),
    name: text('Name'),
    key: object.text('CustomerKey') ?? org.random.guid(),
    description: text('Description'),
    parent,
    email: text('Email'),
    fromName: text('FromName'),
    businessName: text('BusinessName'),
    address: text('Address'),
    city: text('City'),
    state: text('State'),
    zip: text('Zip'),
    country: text('Country'),
    phone: text('Phone'),
    isActive: object.text('IsActive', '1') !== '0',
    unsubscribeBehavior: object.text('MasterUnsubscribeBehavior', 'ENTIRE_ENTERPRISE'),
    locale: object.path('Locale.LocaleCode') ?? parent.locale,
    timeZone,
    createdAt: now,
    modifiedAt: now,
  };
  org.accounts.push(made);
  furnish(org, made, now);
  giveToAdministrators(org, made.mid);
  const echo = echoOf(object, { ID: made.mid, CustomerKey: made.key });
  return { ok: true, message: `${kind.label} created`, newId: made.mid, echo };
}

function createProblem({ org, object, account }: Write, kind: Kind): Outcome | undefined {
  if (account.parent !== undefined) {
    return refused(1000, 'Only the enterprise can create accounts.');
  }
  const type = object.text('AccountType', '');
  if (!kind.accountTypes.includes(type)) {
    return refused(1017, `The AccountType must be ${kind.accountTypes.join(' or ')}.`);
  }
  const missing = required.filter((member) => object.text(member, '') === '');
  if (missing.length > 0) return refused(1005, `Required fields are not specified: ${missing.join(', ')}.`);
  const key = object.text('CustomerKey');
  if (key !== undefined && key.length > 36)
    return refused(1015, 'The CustomerKey is longer than 36 characters.');
  const isTaken = org.accounts.some((each) => each.key === key || each.name === object.text('Name'));
  return isTaken ? refused(1, 'The CustomerKey or the name is already in use.') : undefined;
}

/** Users who can be used everywhere can be used in what is new as well. */
function giveToAdministrators(org: Org, mid: number): void {
  for (const user of org.users.all()) {
    if (user.roleKeys.includes('SYS_DEF_ADMIN')) user.businessUnits = [...user.businessUnits, mid];
  }
}

export function updateAccount(write: Write): Outcome {
  const { object, now } = write;
  const found = accountNamed(write);
  if (found === undefined) return notThere(write);
  const timeZone = timeZoneNamed(object.struct('TimeZone'), found.timeZone);
  if ('code' in timeZone) return refused(timeZone.code, timeZone.text, object);
  const text = (member: string, before: string): string => object.text(member, before);
  Object.assign(found, {
    name: text('Name', found.name),
    description: text('Description', found.description),
    email: text('Email', found.email),
    fromName: text('FromName', found.fromName),
    businessName: text('BusinessName', found.businessName),
    address: text('Address', found.address),
    city: text('City', found.city),
    state: text('State', found.state),
    zip: text('Zip', found.zip),
    country: text('Country', found.country),
    phone: text('Phone', found.phone),
    isActive: object.has('IsActive') ? object.text('IsActive') !== '0' : found.isActive,
    unsubscribeBehavior: text('MasterUnsubscribeBehavior', found.unsubscribeBehavior),
    locale: object.path('Locale.LocaleCode') ?? found.locale,
    timeZone,
    modifiedAt: now,
  });
  return { ok: true, message: `${kindOf(object).label} updated`, echo: object };
}

/** What an account owns goes with it. */
export function deleteAccount(write: Write): Outcome {
  const { org, object } = write;
  const found = accountNamed(write);
  if (found === undefined) return notThere(write);
  if (found === org.enterprise) return refused(1000, 'The enterprise cannot be deleted.', object);
  org.accounts.splice(org.accounts.indexOf(found), 1);
  for (const user of org.users.all()) {
    user.businessUnits = user.businessUnits.filter((mid) => mid !== found.mid);
    if (user.defaultMid === found.mid) user.defaultMid = org.enterprise.mid;
  }
  return { ok: true, message: `${kindOf(object).label} deleted`, echo: object };
}

function kindOf({ type }: ApiStruct): Kind {
  return kinds[type] ?? { label: type, accountTypes: [] };
}

function parentOf(org: Org, object: ApiStruct): Account | undefined {
  return org.account(object.number('ParentID', org.enterprise.mid));
}

/** An account by its MID or key; `Client.ID` names the account that acts, not the one that is meant. */
function accountNamed({ org, account, object }: Write): Account | undefined {
  const id = object.number('ID');
  const key = object.text('CustomerKey')?.toLowerCase();
  const found =
    id === undefined ? org.accounts.find((each) => each.key.toLowerCase() === key) : org.account(id);
  return found !== undefined && reaches(account, found) ? found : undefined;
}

function notThere({ object }: Write): Outcome {
  return refused(1009, `The ${kindOf(object).label} was not found.`, object);
}
