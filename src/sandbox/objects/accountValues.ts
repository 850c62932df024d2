/** What Account and BusinessUnit have in common: their properties are the same but for a few. */
import type { Account } from '../org/account.ts';
import type { RowsDescription } from '../retrieve/catalogueRows.ts';

export const accountValues: RowsDescription<Account>['values'] = {
  ID: (account) => account.mid,
  AccountType: (account) => (account.parent === undefined ? 'ENTERPRISE_2' : 'BUSINESS_UNIT'),
  ParentID: (account) => account.parent?.mid ?? 0,
  ParentName: (account) => account.parent?.name,
  'ParentAccount.ID': (account) => account.parent?.mid,
  'ParentAccount.Name': (account) => account.parent?.name,
  'ParentAccount.CustomerKey': (account) => account.parent?.key,
  Name: (account) => account.name,
  BusinessName: (account) => account.name,
  Email: (account) => account.email,
  FromName: (account) => account.fromName,
  City: (account) => account.city,
  Country: (account) => account.country,
  IsActive: () => 1,
  IsTestAccount: () => false,
  IsTrialAccount: () => false,
  InheritAddress: () => false,
  CustomerKey: (account) => account.key,
  'Client.EnterpriseID': (account) => account.parent?.mid ?? account.mid,
  'Locale.LocaleCode': (account) => account.locale,
  'LanguageLocale.LocaleCode': (account) => account.locale,
  'TimeZone.ID': () => 5,
  'TimeZone.Name': () => '(GMT-06:00) Central Time (No Daylight Savings)',
  CreatedDate: (account) => new Date(account.createdAt),
  ModifiedDate: (account) => new Date(account.createdAt),
};
