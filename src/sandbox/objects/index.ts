/** The table of API objects that the sandbox has. A new object is a file of its own and a row here. */
import { account } from './account.ts';
import type { ApiObject } from './apiObject.ts';
import { accountUser } from './admin/accountUser.ts';
import { accountUserAccount } from './admin/accountUserAccount.ts';
import { privateIP } from './admin/privateIP.ts';
import { role } from './admin/role.ts';
import { timeZone } from './admin/timeZone.ts';
import { automation } from './automations/automation.ts';
import { automationInstance } from './automations/automationInstance.ts';
import { program } from './automations/program.ts';
import { asyncRequestResult, resultItem, resultMessage } from './asyncResults.ts';
import { bounceEvent } from './bounceEvent.ts';
import { businessUnit } from './businessUnit.ts';
import { clickEvent } from './clickEvent.ts';
import { contentArea } from './contentArea.ts';
import { dataExtension } from './dataExtension.ts';
import { dataExtensionField } from './dataExtensionField.ts';
import { dataExtensionObject } from './dataExtensionObject.ts';
import { dataExtensionTemplate } from './dataExtensionTemplate.ts';
import { dataFolder } from './dataFolder.ts';
import { deliveryProfile } from './deliveryProfile.ts';
import { email } from './email.ts';
import { emailSendDefinition } from './emailSendDefinition.ts';
import { extractDescription } from './extractDescription.ts';
import { extractDefinition } from './extractDefinition.ts';
import { fileTrigger, fileTriggerTypeLastPull } from './fileTriggers.ts';
import { filterActivity } from './filters/filterActivity.ts';
import { filterDefinition } from './filters/filterDefinition.ts';
import { group } from './group.ts';
import { fileTransferLocation } from './imports/fileTransferLocation.ts';
import { importDefinition } from './imports/importDefinition.ts';
import { importDefinitionFieldMap } from './imports/importDefinitionFieldMap.ts';
import { importResultsSummary } from './imports/importResultsSummary.ts';
import { list } from './list.ts';
import { listSubscriber } from './listSubscriber.ts';
import { forwardedEmailEvent, notSentEvent } from './moreEvents.ts';
import { openEvent } from './openEvent.ts';
import { portfolio } from './portfolio.ts';
import { propertyDefinition } from './propertyDefinition.ts';
import { asyncActivityStatus } from './queries/asyncActivityStatus.ts';
import { publication, publicationSubscriber } from './publication.ts';
import { queryDefinition } from './queries/queryDefinition.ts';
import { scheduledConversation, scheduledRequest } from './scheduledRequest.ts';
import { send } from './send.ts';
import { sendClassification } from './sendClassification.ts';
import { linkSend, listSend, sendSummary } from './sendParts.ts';
import { senderProfile } from './senderProfile.ts';
import { sentEvent } from './sentEvent.ts';
import { subscriber } from './subscriber.ts';
import { smsMTEvent, smsTriggeredSend, smsTriggeredSendDefinition } from './sms.ts';
import { subscriberList } from './subscriberList.ts';
import { suppressionListContext } from './suppression/suppressionListContext.ts';
import { suppressionListDefinition } from './suppression/suppressionListDefinition.ts';
import { forwardedEmailOptInEvent, surveyEvent } from './surveyEvent.ts';
import { template } from './template.ts';
import { trackingEvent } from './trackingEvent.ts';
import { triggeredSend } from './triggeredSend.ts';
import { triggeredSendDefinition } from './triggeredSendDefinition.ts';
import { triggeredSendSummary } from './triggeredSendSummary.ts';
import { unsubEvent } from './unsubEvent.ts';

const objects: readonly ApiObject[] = [
  account,
  accountUser,
  accountUserAccount,
  asyncActivityStatus,
  asyncRequestResult,
  automation,
  automationInstance,
  bounceEvent,
  businessUnit,
  clickEvent,
  contentArea,
  dataExtension,
  dataExtensionField,
  dataExtensionObject,
  dataExtensionTemplate,
  dataFolder,
  deliveryProfile,
  email,
  emailSendDefinition,
  extractDefinition,
  extractDescription,
  fileTrigger,
  fileTriggerTypeLastPull,
  fileTransferLocation,
  filterActivity,
  filterDefinition,
  forwardedEmailEvent,
  forwardedEmailOptInEvent,
  group,
  importDefinition,
  importDefinitionFieldMap,
  importResultsSummary,
  linkSend,
  list,
  listSend,
  listSubscriber,
  notSentEvent,
  openEvent,
  portfolio,
  privateIP,
  program,
  propertyDefinition,
  publication,
  publicationSubscriber,
  queryDefinition,
  resultItem,
  resultMessage,
  role,
  scheduledConversation,
  scheduledRequest,
  send,
  sendClassification,
  sendSummary,
  senderProfile,
  sentEvent,
  smsMTEvent,
  smsTriggeredSend,
  smsTriggeredSendDefinition,
  subscriber,
  subscriberList,
  suppressionListContext,
  suppressionListDefinition,
  surveyEvent,
  template,
  timeZone,
  trackingEvent,
  triggeredSend,
  triggeredSendDefinition,
  triggeredSendSummary,
  unsubEvent,
];

const byType: ReadonlyMap<string, ApiObject> = new Map(objects.map((object) => [object.type, object]));

/** The object of this type; names are case-sensitive, as the service says in so many words. */
export function objectNamed(type: string): ApiObject | undefined {
  return byType.get(type);
}
