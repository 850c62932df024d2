/** What Account and BusinessUnit have in common: their properties are the same but for a few. */
import type { Account } from '../org/account.ts';
import { serverZone } from '../org/timeZones.ts';
import type { RowsDescription } from '../retrieve/catalogueRows.ts';

export const accountValues: RowsDescription<Account>['values'] = {
  ID: (account) => account.mid,
  AccountType: (account) => account.type,
  ParentID: (account) => account.parent?.mid ?? 0,
  ParentName: (account) => account.parent?.name,
  'ParentAccount.ID': (account) => account.parent?.mid,
  'ParentAccount.Name': (account) => account.parent?.name,
  'ParentAccount.CustomerKey': (account) => account.parent?.key,
  Name: (account) => account.name,
  BusinessName: (account) => account.businessName,
  Address: (account) => account.address,
  State: (account) => account.state,
  Zip: (account) => account.zip,
  Phone: (account) => account.phone,
  Email: (account) => account.email,
  FromName: (account) => account.fromName,
  City: (account) => account.city,
  Country: (account) => account.country,
  IsActive: (account) => Number(account.isActive),
  IsTestAccount: () => false,
  IsTrialAccount: () => false,
  InheritAddress: () => false,
  CustomerKey: (account) => account.key,
  'Client.EnterpriseID': (account) => account.parent?.mid ?? account.mid,
  'Locale.LocaleCode': (account) => account.locale,
  'LanguageLocale.LocaleCode': (account) => account.locale,
  'TimeZone.ID': () => serverZone.id,
  'TimeZone.Name': () => serverZone.name,
  CreatedDate: (account) => new Date(account.createdAt),
  ModifiedDate: (account) => new Date(account.modifiedAt),
};
