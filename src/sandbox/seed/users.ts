/** Makes the users of the enterprise: one for programs in every seed, and in the demo the people who work there. */
import { ApiStruct } from '../message/value.ts';
import type { Org } from '../org/org.ts';
import { serverZone } from '../org/timeZones.ts';
import type { User } from '../org/user.ts';
import { guidOf } from '../random.ts';

/** The password of every user of a seed. It protects nothing. */
export const userPassword = 'sandbox-password-that-protects-nothing';

interface UserSeed {
  readonly userId: string;
  readonly name: string;
  readonly isApiUser?: boolean;
  readonly isActive?: boolean;
  readonly roleKeys: readonly string[];
  /** The business unit that it begins in; the enterprise by default. */
  readonly mid?: number;
  /** Where it can be used; everywhere by default. */
  readonly businessUnits?: readonly number[];
}

/** The user that may call the API with its name and password. */
export const apiUser: UserSeed = {
  userId: 'api-user',
  name: 'API User',
  isApiUser: true,
  roleKeys: ['SYS_DEF_ADMIN'],
};

/** The roles that every account has (observed by their keys). */
const systemRoles = [
  ['SYS_DEF_ADMIN', 'Marketing Cloud Administrator'],
  ['SYS_DEF_CONTENT', 'Content Creator'],
  ['SYS_DEF_DATA', 'Data Manager'],
  ['SYS_DEF_ANALYST', 'Analyst'],
] as const;

function addRoles(org: Org): void {
  const { enterprise } = org;
  for (const [index, [key, name]] of systemRoles.entries()) {
    org.kept.of('Role').add({
      mid: enterprise.mid,
      id: 0,
      objectId: guidOf(org.randomSeed + 105, index),
      key,
      name,
      content: new ApiStruct('Role', {
        Name: name,
        Description: '',
        IsPrivate: false,
        IsSystemDefined: true,
      }),
      createdAt: enterprise.createdAt,
      modifiedAt: enterprise.createdAt,
    });
  }
}

/** Adds the roles of the system, the user of programs, and others. */
export function addUsers(org: Org, users: readonly UserSeed[]): void {
  addRoles(org);
  const { enterprise, accounts } = org;
  for (const seed of [apiUser, ...users]) {
    const email = `${seed.userId}@northwind.example`;
    const user: User = {
      mid: enterprise.mid,
      id: org.nextId('user'),
      key: seed.userId,
      userId: seed.userId,
      password: userPassword,
      name: seed.name,
      email,
      isActive: seed.isActive ?? true,
      isLocked: false,
      isApiUser: seed.isApiUser ?? false,
      mustChangePassword: false,
      notificationEmail: email,
      defaultMid: seed.mid ?? enterprise.mid,
      businessUnits: seed.businessUnits ?? accounts.map(({ mid }) => mid),
      roleKeys: seed.roleKeys,
      timeZone: serverZone,
      lastLogin: undefined,
      createdAt: enterprise.createdAt,
      modifiedAt: enterprise.createdAt,
    };
    org.users.add(user);
  }
}
