/** TriggeredSendDefinition: messages that go out when something asks for them. */
import { ownedBy } from '../org/collection.ts';
import {
  deliveryProfileOf,
  senderOf,
  senderProfileOf,
  type TriggeredSendDefinition,
} from '../org/content.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import {
  createTriggeredSendDefinition,
  deleteTriggeredSendDefinition,
  updateTriggeredSendDefinition,
} from './triggeredSendDefinitionWrites.ts';

export const triggeredSendDefinition: ApiObject = {
  type: 'TriggeredSendDefinition',
  retrieve: ({ org, accounts }) =>
    catalogueRows({
      type: 'TriggeredSendDefinition',
      scan: (from, visit) => scanInOrder(ownedBy(org.triggeredSendDefinitions.all(), accounts), from, visit),
      values,
    }),
  create: createTriggeredSendDefinition,
  update: updateTriggeredSendDefinition,
  delete: deleteTriggeredSendDefinition,
};

const values: RowsDescription<TriggeredSendDefinition>['values'] = {
  ObjectID: (each) => each.objectId,
  CustomerKey: (each) => each.key,
  IsPlatformObject: () => false,
  Name: (each) => each.name,
  Description: (each) => each.description,
  CreatedDate: (each) => new Date(each.createdAt),
  ModifiedDate: (each) => new Date(each.modifiedAt),
  'Client.ID': (each) => each.mid,
  'Email.ID': (each) => each.emailId,
  'List.ID': (each) => each.listId,
  TriggeredSendType: () => 'Continuous',
  TriggeredSendStatus: (each) => each.status,
  'SendClassification.ObjectID': (each) => each.classification.objectId,
  'SendClassification.CustomerKey': (each) => each.classification.key,
  'SenderProfile.CustomerKey': (each) => senderProfileOf(each).key,
  'SenderProfile.ObjectID': (each) => senderProfileOf(each).objectId,
  'DeliveryProfile.CustomerKey': (each) => deliveryProfileOf(each).key,
  'DeliveryProfile.ObjectID': (each) => deliveryProfileOf(each).objectId,
  FromName: (each) => each.fromName ?? senderOf(each).fromName,
  FromAddress: (each) => each.fromAddress ?? senderOf(each).fromAddress,
  BccEmail: (each) => each.bccEmail,
  EmailSubject: (each) => each.subject,
  CategoryID: (each) => each.folderId,
  Priority: (each) => each.priority,
  AutoAddSubscribers: (each) => each.autoAddSubscribers,
  AutoUpdateSubscribers: (each) => each.autoUpdateSubscribers,
  BatchInterval: () => 0,
  IsMultipart: (each) => each.isMultipart,
  IsWrapped: () => true,
  AllowedSlots: () => 0,
  NewSlotTrigger: () => 0,
  SendLimit: (each) => each.sendLimit,
  SuppressTracking: (each) => each.suppressTracking,
};
