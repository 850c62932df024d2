/** DataExtensionTemplate: what data extensions can be made from. Every account has the same ones; they can only be read. */
import type { Account } from '../org/account.ts';
import { extensionTemplates, type ExtensionTemplate } from '../org/extensionTemplates.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';

interface TemplateRow {
  readonly account: Account;
  readonly template: ExtensionTemplate;
}

export const dataExtensionTemplate: ApiObject = {
  type: 'DataExtensionTemplate',
  retrieve: ({ accounts }) =>
    catalogueRows<TemplateRow>({
      type: 'DataExtensionTemplate',
      scan: (from, visit) => scanInOrder(templateRows(accounts), from, visit),
      values: {
        ObjectID: ({ template }) => template.objectId,
        CustomerKey: ({ template }) => template.key,
        Name: ({ template }) => template.key,
        Description: ({ template }) => template.description,
        'Client.ID': ({ account }) => account.mid,
        CreatedDate: ({ account }) => new Date(account.createdAt),
        ModifiedDate: ({ account }) => new Date(account.createdAt),
        IsSendable: ({ template }) => template.sendableField !== undefined,
        IsTestable: () => false,
        SendableCustomObjectField: ({ template }) => template.sendableField,
        SendableSubscriberField: ({ template }) =>
          template.sendableField === undefined ? undefined : '_SubscriberKey',
        RowBasedRetention: () => false,
        ResetRetentionPeriodOnImport: () => false,
        DeleteAtEndOfRetentionPeriod: () => false,
      },
    }),
};

function* templateRows(accounts: readonly Account[]): Iterable<TemplateRow> {
  for (const account of accounts) for (const template of extensionTemplates) yield { account, template };
}
