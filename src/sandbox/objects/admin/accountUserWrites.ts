/** Writing users: texts of success are recorded, codes documented, other texts inferred. */
import type { ApiStruct } from '../../message/value.ts';
import type { User } from '../../org/user.ts';
import type { Write } from '../apiObject.ts';
import { itemNamed } from '../named.ts';
import { echoOf, refused, type Outcome } from '../outcome.ts';
import { timeZoneNamed } from './timeZone.ts';

const success = 'Account User Updated / Created';

export function createUser(write: Write): Outcome {
  const { org, object, now } = write;
  const mid = org.enterprise.mid;
  const userId = object.text('UserID', '');
  const key = object.text('CustomerKey') ?? userId;
  const found = userNamed(write);
  if (found !== undefined && write.saveAction === 'UpdateAdd') return change(write, found);
  const problem = identityProblem(write, { userId, key }) ?? detailProblem(write, userId, true);
  if (problem !== undefined) return { ...problem, echo: shown(object) };
  const timeZone = timeZoneNamed(object.struct('TimeZone'));
  if ('code' in timeZone) return refused(timeZone.code, timeZone.text, shown(object));
  const units = businessUnitsOf(write);
  const made: User = {
    mid,
    id: org.nextId('user'),
    key,
    userId,
    password: object.text('Password', ''),
    name: object.text('Name', ''),
    email: object.text('Email', ''),
    isActive: object.flag('ActiveFlag', true),
    isLocked: false,
    isApiUser: object.flag('IsAPIUser', false),
    mustChangePassword: object.flag('MustChangePassword', false),
    notificationEmail: object.text('NotificationEmailAddress', object.text('Email', '')),
    defaultMid: object.number('DefaultBusinessUnit', mid),
    businessUnits: [...new Set([object.number('DefaultBusinessUnit', mid), ...units])],
    roleKeys: rolesOf(object) ?? [],
    timeZone,
    lastLogin: undefined,
    createdAt: now,
    modifiedAt: now,
  };
  org.users.add(made);
  return { ok: true, message: success, echo: shown(object, made) };
}

export function updateUser(write: Write): Outcome {
  const found = userNamed(write);
  if (found !== undefined) return change(write, found);
  return write.saveAction === 'UpdateAdd'
    ? createUser({ ...write, saveAction: undefined })
    : refused(11_002, 'The user does not belong to the account.', shown(write.object));
}

function change(write: Write, found: User): Outcome {
  const { org, object, now } = write;
  const problem = detailProblem(write, object.text('UserID', found.userId), false);
  if (problem !== undefined) return { ...problem, echo: shown(object) };
  const timeZone = timeZoneNamed(object.struct('TimeZone'), found.timeZone);
  if ('code' in timeZone) return refused(timeZone.code, timeZone.text, shown(object));
  const units = businessUnitsOf(write);
  org.users.update(found, () => {
    found.timeZone = timeZone;
    found.name = object.text('Name', found.name);
    found.email = object.text('Email', found.email);
    found.password = object.text('Password', found.password);
    found.isActive = object.flag('ActiveFlag', found.isActive);
    found.isApiUser = object.flag('IsAPIUser', found.isApiUser);
    found.mustChangePassword = object.flag('MustChangePassword', found.mustChangePassword);
    found.notificationEmail = object.text('NotificationEmailAddress', found.notificationEmail);
    found.defaultMid = object.number('DefaultBusinessUnit', found.defaultMid);
    found.roleKeys = rolesOf(object) ?? found.roleKeys;
    found.businessUnits = units.length === 0 ? found.businessUnits : units;
    found.isLocked = object.flag('Unlock') === true ? false : found.isLocked;
    found.modifiedAt = now;
  });
  return { ok: true, message: success, echo: shown(object, found) };
}

/** Configure: puts a user into business units, or takes it out of them. The element that says so is newer than the schema. */
export function assignBusinessUnits(write: Write): Outcome {
  const { org, object } = write;
  const found = userNamed(write);
  if (found === undefined) return refused(11_002, 'The user does not belong to the account.', object);
  const assignment = object.struct('BusinessUnitAssignmentConfiguration');
  const ids = (assignment?.struct('BusinessUnitIds')?.texts('BusinessUnitId') ?? []).map(Number);
  const strange = ids.find((mid) => org.account(mid) === undefined);
  if (ids.length === 0 || strange !== undefined) {
    return refused(1009, `There is no business unit ${String(strange ?? '')}.`, object);
  }
  const isDelete = assignment?.text('IsDelete')?.toLowerCase() === 'true';
  found.businessUnits = isDelete
    ? found.businessUnits.filter((mid) => !ids.includes(mid))
    : [...new Set([...found.businessUnits, ...ids])];
  return {
    ok: true,
    message: 'User Business Unit assignments successfully updated',
    echo: shown(object, found),
  };
}

function userNamed({ org, object }: Write): User | undefined {
  const indexes = { CustomerKey: 'key', ID: 'id', AccountUserID: 'id', UserID: 'userId' } as const;
  return itemNamed(org.users, { account: org.enterprise }, object, indexes);
}

function identityProblem(
  { org }: Write,
  { userId, key }: { readonly userId: string; readonly key: string },
): Outcome | undefined {
  const { mid } = org.enterprise;
  if (userId.length < 4) return refused(11_013, 'The UserID is shorter than 4 characters.');
  if (org.users.find(mid, 'userId', userId) !== undefined)
    return refused(11_014, 'The UserID is not available.');
  return org.users.find(mid, 'key', key) === undefined
    ? undefined
    : refused(11_019, 'The CustomerKey is already in use.');
}

function detailProblem({ object }: Write, userId: string, isNew: boolean): Outcome | undefined {
  const given = (member: string): string | undefined => object.text(member) ?? (isNew ? '' : undefined);
  if (given('Name') === '') return refused(11_009, 'The name of the user is required.');
  const email = given('Email');
  if (email === '') return refused(11_010, 'The email address of the user is required.');
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    return refused(11_011, 'The email address of the user is not valid.');
  }
  const password = given('Password');
  return password === undefined ? undefined : passwordProblem(password, userId);
}

function passwordProblem(password: string, userId: string): Outcome | undefined {
  if (password.length < 8) return refused(11_005, 'The password is shorter than 8 characters.');
  if (password.toLowerCase().includes(userId.toLowerCase())) {
    return refused(11_007, 'The password contains the user name.');
  }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w]/].filter((kind) => kind.test(password)).length;
  return kinds >= 3 ? undefined : refused(11_006, 'The password is not complex enough.');
}

function businessUnitsOf({ org, object }: Write): number[] {
  const units = object.struct('AssociatedBusinessUnits')?.structs('BusinessUnit') ?? [];
  return units.map((unit) => unit.number('ID', 0)).filter((mid) => org.account(mid) !== undefined);
}

function rolesOf(object: ApiStruct): readonly string[] | undefined {
  const roles = object.struct('Roles')?.structs('Role');
  return roles?.map((role) => role.text('CustomerKey') ?? role.text('ObjectID', ''));
}

/** A password comes back empty (recorded). */
function shown(object: ApiStruct, user?: User): ApiStruct {
  const password = object.has('Password') ? { Password: '' } : {};
  const id = user === undefined ? {} : { ID: user.id, CustomerKey: user.key };
  return echoOf(object, { ...password, ...id, Delete: 0 });
}
