/** SendClassification: what kind of mail a send is, and who it is from. */
import { ownedBy } from '../org/collection.ts';
import type { SendClassification } from '../org/content.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import {
  createClassification,
  deleteClassification,
  updateClassification,
} from './sendClassificationWrites.ts';

export const sendClassification: ApiObject = {
  type: 'SendClassification',
  retrieve: ({ org, accounts }) =>
    catalogueRows({
      type: 'SendClassification',
      scan: (from, visit) => scanInOrder(ownedBy(org.sendClassifications.all(), accounts), from, visit),
      values,
    }),
  create: createClassification,
  update: updateClassification,
  delete: deleteClassification,
};

const values: RowsDescription<SendClassification>['values'] = {
  ObjectID: (each) => each.objectId,
  CustomerKey: (each) => each.key,
  Name: (each) => each.name,
  Description: (each) => each.description,
  SendClassificationType: (each) => each.type,
  'SenderProfile.CustomerKey': (each) => each.senderProfile.key,
  'SenderProfile.ObjectID': (each) => each.senderProfile.objectId,
  'DeliveryProfile.CustomerKey': (each) => each.deliveryProfile.key,
  'DeliveryProfile.ObjectID': (each) => each.deliveryProfile.objectId,
  ArchiveEmail: (each) => each.archiveEmail,
  'Client.ID': (each) => each.mid,
  CreatedDate: (each) => new Date(each.createdAt),
  ModifiedDate: (each) => new Date(each.modifiedAt),
};
