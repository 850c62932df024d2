/** Every lint rule, in the order of the vendor's best practices. Adding a rule is adding its file, its page and its row here. */
import { attributeCount } from './attributeCount.ts';
import { batchSize } from './batchSize.ts';
import { contentInDataExtension } from './contentInDataExtension.ts';
import { correlationId } from './correlationId.ts';
import { dateOffset } from './dateOffset.ts';
import { fewestSteps } from './fewestSteps.ts';
import { fromAtSendTime } from './fromAtSendTime.ts';
import { httpGetContent } from './httpGetContent.ts';
import { importSourceFixed } from './importSourceFixed.ts';
import { keyLength } from './keyLength.ts';
import { namingPattern } from './namingPattern.ts';
import { partnerKey } from './partnerKey.ts';
import { payloadSize } from './payloadSize.ts';
import { preferAsync } from './preferAsync.ts';
import { preferExtract } from './preferExtract.ts';
import { preferKey } from './preferKey.ts';
import { publicationListFields } from './publicationListFields.ts';
import { renderedEmail } from './renderedEmail.ts';
import { restartSend } from './restartSend.ts';
import type { Rule } from './rule.ts';
import { sendTimeAttributes } from './sendTimeAttributes.ts';
import { subObjectProperty } from './subObjectProperty.ts';
import { subscriberId } from './subscriberId.ts';
import { syncTriggeredSend } from './syncTriggeredSend.ts';
import { triggeredSendList } from './triggeredSendList.ts';
import { unboundedTextColumn } from './unboundedTextColumn.ts';
import { unknownAttribute } from './unknownAttribute.ts';
import { unknownColumn } from './unknownColumn.ts';
import { unknownKey } from './unknownKey.ts';
import { weakPassword } from './weakPassword.ts';

export const rules: readonly Rule[] = [
  fewestSteps,
  preferAsync,
  batchSize,
  renderedEmail,
  restartSend,
  syncTriggeredSend,
  contentInDataExtension,
  sendTimeAttributes,
  triggeredSendList,
  unboundedTextColumn,
  payloadSize,
  attributeCount,
  httpGetContent,
  fromAtSendTime,
  preferExtract,
  preferKey,
  unknownKey,
  subscriberId,
  partnerKey,
  unknownAttribute,
  unknownColumn,
  keyLength,
  dateOffset,
  subObjectProperty,
  namingPattern,
  publicationListFields,
  importSourceFixed,
  correlationId,
  weakPassword,
];
