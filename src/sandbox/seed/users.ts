/** Makes the users of the enterprise: one for programs in every seed, and in the demo the people who work there. */
import type { Org } from '../org/org.ts';
import type { User } from '../org/user.ts';

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

export function addUsers(org: Org, users: readonly UserSeed[]): void {
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
      lastLogin: undefined,
      createdAt: enterprise.createdAt,
      modifiedAt: enterprise.createdAt,
    };
    org.users.add(user);
  }
}
