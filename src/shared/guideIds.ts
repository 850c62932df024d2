/** The guided tasks, in the order of the workflow; each is a command of its own, `marketingCloud.guide.…`. */
export const guideIds = [
  'createSubscribers',
  'createList',
  'addToList',
  'addAttribute',
  'createSendDefinition',
  'createDataExtension',
  'addRows',
  'importData',
  'scheduleSend',
  'startSend',
  'startTriggeredSend',
  'fireTriggeredSend',
  'sendSms',
  'refreshGroup',
  'retrieveTracking',
  'sendToList',
  'sendToDataExtension',
  'sendTriggered',
] as const;
export type GuideId = (typeof guideIds)[number];
