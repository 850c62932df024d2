/** AccountUser: who can sign in. Every answer has a Delete of 0 (recorded), and a password is never shown. */
import { ApiStruct } from '../../message/value.ts';
import type { User } from '../../org/user.ts';
import { catalogueRows } from '../../retrieve/catalogueRows.ts';
import { scanInOrder } from '../../retrieve/rows.ts';
import type { ApiObject, RetrieveScope } from '../apiObject.ts';
import { assignBusinessUnits, createUser, updateUser } from './accountUserWrites.ts';

export const accountUser: ApiObject = {
  type: 'AccountUser',
  retrieve: (scope) =>
    catalogueRows<User>({
      type: 'AccountUser',
      scan: (from, visit) => scanInOrder(usersIn(scope), from, visit),
      always: (user) => ({
        Delete: 0,
        IsLocked: user.isLocked,
        Roles: new ApiStruct('AccountUser/Roles', { Role: user.roleKeys.map(roleStruct) }),
      }),
      values: {
        ID: (user) => user.id,
        AccountUserID: (user) => user.id,
        CustomerKey: (user) => user.key,
        UserID: (user) => user.userId,
        Password: () => '',
        Name: (user) => user.name,
        Email: (user) => user.email,
        MustChangePassword: (user) => user.mustChangePassword,
        ActiveFlag: (user) => user.isActive,
        IsAPIUser: (user) => user.isApiUser,
        IsSendable: () => true,
        NotificationEmailAddress: (user) => user.notificationEmail,
        DefaultBusinessUnit: (user) => user.defaultMid,
        'Client.ID': (user) => user.mid,
        'Locale.LocaleCode': () => 'en-US',
        'LanguageLocale.LocaleCode': () => 'en-US',
        'TimeZone.ID': (user) => user.timeZone.id,
        'TimeZone.Name': (user) => user.timeZone.name,
        CreatedDate: (user) => new Date(user.createdAt),
        ModifiedDate: (user) => new Date(user.modifiedAt),
      },
    }),
  create: createUser,
  update: updateUser,
  configurations: { assign: assignBusinessUnits, update: assignBusinessUnits },
};

/** A business unit sees the users that can be used in it; the enterprise sees all. */
export function* usersIn({ org, caller }: RetrieveScope): Iterable<User> {
  for (const user of org.users.all()) {
    if (caller.parent === undefined || user.businessUnits.includes(caller.mid)) yield user;
  }
}

function roleStruct(key: string): ApiStruct {
  return new ApiStruct('Role', { CustomerKey: key });
}
