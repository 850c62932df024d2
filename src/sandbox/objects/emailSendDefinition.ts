/** EmailSendDefinition: prepared sends, which can be started. */
import { ApiStruct } from '../message/value.ts';
import { ownedBy } from '../org/collection.ts';
import {
  deliveryProfileOf,
  senderOf,
  senderProfileOf,
  type SendDefinition,
  type SendList,
} from '../org/content.ts';
import { catalogueRows, type RowsDescription } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject } from './apiObject.ts';
import { countAudience, prepareSend, startSend, testSend } from './emailSendDefinitionActions.ts';
import {
  createSendDefinition,
  definitionOf,
  deleteSendDefinition,
  updateSendDefinition,
} from './emailSendDefinitionWrites.ts';

export const emailSendDefinition: ApiObject = {
  type: 'EmailSendDefinition',
  retrieve: ({ org, accounts }) =>
    catalogueRows({
      type: 'EmailSendDefinition',
      scan: (from, visit) => scanInOrder(ownedBy(org.sendDefinitions.all(), accounts), from, visit),
      values,
    }),
  create: createSendDefinition,
  update: updateSendDefinition,
  delete: deleteSendDefinition,
  actions: { start: startSend, test: testSend, getmaxcount: countAudience },
  prepare: prepareSend,
  identify: (write) => definitionOf(write)?.objectId,
};

const values: RowsDescription<SendDefinition>['values'] = {
  'Client.ID': (each) => each.mid,
  CreatedDate: (each) => new Date(each.createdAt),
  ModifiedDate: (each) => new Date(each.modifiedAt),
  ObjectID: (each) => each.objectId,
  CustomerKey: (each) => each.key,
  IsPlatformObject: () => false,
  Name: (each) => each.name,
  Description: (each) => each.description,
  CategoryID: (each) => each.folderId,
  'SendClassification.CustomerKey': (each) => each.classification.key,
  'SenderProfile.CustomerKey': (each) => senderProfileOf(each).key,
  'SenderProfile.FromName': (each) => senderOf(each).fromName,
  'SenderProfile.FromAddress': (each) => senderOf(each).fromAddress,
  'DeliveryProfile.CustomerKey': (each) => deliveryProfileOf(each).key,
  'DeliveryProfile.SourceAddressType': ofDelivery('SourceAddressType', 'DefaultPrivateIPAddress'),
  'DeliveryProfile.DomainType': ofDelivery('DomainType', 'DefaultDomain'),
  'DeliveryProfile.HeaderSalutationSource': ofDelivery('HeaderSalutationSource', 'Default'),
  'DeliveryProfile.FooterSalutationSource': ofDelivery('FooterSalutationSource', 'Default'),
  'Email.ID': (each) => each.emailId,
  EmailSubject: (each) => each.subject,
  TestEmailAddr: (each) => each.testAddresses,
  IsMultipart: (each) => each.isMultipart,
  IsWrapped: () => true,
  SuppressTracking: () => false,
  IsSendLogging: () => false,
  DeduplicateByEmail: (each) => each.deduplicate,
  SendLimit: () => 0,
  SendDefinitionList: (each) => each.lists.map(listStruct),
};

/** A word of the delivery profile, or what is usual where that has none. */
function ofDelivery(member: string, usual: string): (each: SendDefinition) => string {
  return (each) => deliveryProfileOf(each).content.text(member, usual);
}

/** The members are the recorded ones. */
function listStruct(list: SendList): ApiStruct {
  return new ApiStruct('SendDefinitionList', {
    ObjectID: list.objectId,
    List: list.listId === undefined ? undefined : new ApiStruct('List', { ID: list.listId }),
    SendDefinitionListType: list.type,
    CustomObjectID: list.dataExtensionId,
    DataSourceTypeID: list.source,
    IsTestObject: list.isTest,
    SalesForceObjectID: '',
    Name: '',
  });
}
