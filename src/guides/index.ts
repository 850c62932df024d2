/** The front door of the guides: one for each task of the workflow. Pure. */
import type { GuideId } from '../shared/guideIds.ts';
import type { Guide } from './guide.ts';
import { addAttribute } from './tasks/addAttribute.ts';
import { addRows } from './tasks/addRows.ts';
import { addToList } from './tasks/addToList.ts';
import { changeBusinessUnit } from './tasks/changeBusinessUnit.ts';
import { createAgencyClient } from './tasks/createAgencyClient.ts';
import { createBusinessUnit } from './tasks/createBusinessUnit.ts';
import { createDataExtension } from './tasks/createDataExtension.ts';
import { createList } from './tasks/createList.ts';
import { createRole } from './tasks/createRole.ts';
import { createSendDefinition } from './tasks/createSendDefinition.ts';
import { createSubscribers } from './tasks/createSubscribers.ts';
import { createUser } from './tasks/createUser.ts';
import { deleteBusinessUnit } from './tasks/deleteBusinessUnit.ts';
import { extractData } from './tasks/extractData.ts';
import { fireTriggeredSend } from './tasks/fireTriggeredSend.ts';
import { importData } from './tasks/importData.ts';
import { refreshGroup } from './tasks/refreshGroup.ts';
import { retrieveTracking } from './tasks/retrieveTracking.ts';
import { scheduleSend } from './tasks/scheduleSend.ts';
import { sendSms } from './tasks/sendSms.ts';
import { sendToDataExtension } from './tasks/sendToDataExtension.ts';
import { sendToList } from './tasks/sendToList.ts';
import { sendTriggered } from './tasks/sendTriggered.ts';
import { setUserRoles } from './tasks/setUserRoles.ts';
import { startSend } from './tasks/startSend.ts';
import { startTriggeredSend } from './tasks/startTriggeredSend.ts';

export {
  stages,
  type Answers,
  type Choice,
  type FileQuestion,
  type Guide,
  type PickQuestion,
  type Question,
} from './guide.ts';
export { explainDelete, importProperties } from './explainDelete.ts';
export { scratchFile } from './scratchFile.ts';
export { Walk } from './walk.ts';

/** By the id of their command. The record makes the compiler ask for every one. */
export const guides: Readonly<Record<GuideId, Guide>> = {
  createSubscribers,
  createList,
  addToList,
  addAttribute,
  createSendDefinition,
  createDataExtension,
  addRows,
  importData,
  scheduleSend,
  startSend,
  startTriggeredSend,
  fireTriggeredSend,
  sendSms,
  refreshGroup,
  retrieveTracking,
  extractData,
  sendToList,
  sendToDataExtension,
  sendTriggered,
  createBusinessUnit,
  changeBusinessUnit,
  deleteBusinessUnit,
  createUser,
  setUserRoles,
  createRole,
  createAgencyClient,
};
