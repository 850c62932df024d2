/** Email: classic e-mail messages. */
import { ownedBy } from '../org/collection.ts';
import type { Email } from '../org/content.ts';
import type { Org } from '../org/org.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import { createEmail, deleteEmail, updateEmail } from './emailWrites.ts';

export const email: ApiObject = {
  type: 'Email',
  retrieve: ({ org, accounts }) =>
    catalogueRows({
      type: 'Email',
      scan: (from, visit) => scanInOrder(ownedBy(org.emails.all(), accounts), from, visit),
      values: valuesIn(org),
      // An e-mail's is empty where others' is nil (recorded).
      always: () => ({ PartnerKey: '' }),
    }),
  create: createEmail,
  update: updateEmail,
  delete: deleteEmail,
};

function valuesIn(org: Org): RowsDescription<Email>['values'] {
  return {
    ID: (each) => each.id,
    PartnerKey: () => '',
    CustomerKey: (each) => each.key,
    Name: (each) => each.name,
    Subject: (each) => each.subject,
    PreHeader: (each) => each.preHeader,
    CategoryID: (each) => each.folderId,
    Folder: (each) => org.folders.find(each.mid, 'id', each.folderId)?.name,
    HTMLBody: (each) => each.htmlBody,
    TextBody: (each) => each.textBody,
    CreatedDate: (each) => new Date(each.createdAt),
    ModifiedDate: (each) => new Date(each.modifiedAt),
    'Client.ID': (each) => each.mid,
    IsActive: () => true,
    IsHTMLPaste: () => true,
    Status: () => 'New',
    EmailType: () => 'HTML',
    CharacterSet: () => 'UTF-8',
    HasDynamicSubjectLine: () => false,
    ContentCheckStatus: () => 'Not Checked',
    ClonedFromID: () => 0,
  };
}
