/** Which scope a call needs, by the type of object that it is about. What belongs to which scope is inferred from their names. */

type Action = 'read' | 'write' | 'send' | 'execute';

/** The area of scopes of each type; types that are not here need none. */
const areas: Readonly<Record<string, string>> = {
  Account: 'accounts',
  AccountUser: 'users',
  AccountUserAccount: 'users',
  Automation: 'automations',
  AutomationInstance: 'automations',
  BounceEvent: 'tracking_events',
  BusinessUnit: 'accounts',
  ClickEvent: 'tracking_events',
  ContentArea: 'saved_content',
  DataExtension: 'data_extensions',
  DataExtensionField: 'data_extensions',
  DataExtensionObject: 'data_extensions',
  DataExtensionTemplate: 'data_extensions',
  DeliveryProfile: 'email',
  Email: 'email',
  EmailSendDefinition: 'email',
  ExtractDefinition: 'automations',
  FileTransferLocation: 'file_locations',
  FileTrigger: 'automations',
  FileTriggerTypeLastPull: 'automations',
  FilterActivity: 'automations',
  FilterDefinition: 'audiences',
  ForwardedEmailEvent: 'tracking_events',
  ForwardedEmailOptInEvent: 'tracking_events',
  Group: 'list_and_subscribers',
  ImportDefinition: 'automations',
  ImportDefinitionFieldMap: 'automations',
  ImportResultsSummary: 'automations',
  LinkSend: 'tracking_events',
  List: 'list_and_subscribers',
  ListSend: 'tracking_events',
  ListSubscriber: 'list_and_subscribers',
  NotSentEvent: 'tracking_events',
  OpenEvent: 'tracking_events',
  Program: 'automations',
  PropertyDefinition: 'list_and_subscribers',
  QueryDefinition: 'automations',
  Role: 'users',
  SMSMTEvent: 'sms',
  SMSTriggeredSend: 'sms',
  SMSTriggeredSendDefinition: 'sms',
  Send: 'email',
  SendClassification: 'email',
  SendSummary: 'tracking_events',
  SenderProfile: 'email',
  SentEvent: 'tracking_events',
  Subscriber: 'list_and_subscribers',
  SuppressionListContext: 'list_and_subscribers',
  SuppressionListDefinition: 'list_and_subscribers',
  SurveyEvent: 'tracking_events',
  Template: 'email',
  TrackingEvent: 'tracking_events',
  TriggeredSend: 'email',
  TriggeredSendDefinition: 'email',
  TriggeredSendSummary: 'email',
  UnsubEvent: 'tracking_events',
};

/** What is executed by being performed and by being scheduled. */
const started = {
  Automation: 'execute',
  AutomationInstance: 'execute',
  ExtractDefinition: 'execute',
  FileTrigger: 'execute',
  FilterActivity: 'execute',
  ImportDefinition: 'execute',
  QueryDefinition: 'execute',
} as const;

/** What a method does, where it is more than to write. */
const actions: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  Perform: { EmailSendDefinition: 'send', Send: 'send', ...started },
  Schedule: { EmailSendDefinition: 'send', ...started },
  Create: { Send: 'send', TriggeredSend: 'send', SMSTriggeredSend: 'send' },
};

/** The scope without which a method of a type is refused; undefined when none is needed. */
export function scopeFor(method: string, type: string): string | undefined {
  const area = areas[type];
  if (area === undefined) return undefined;
  const action = method === 'Retrieve' ? 'read' : (actions[method]?.[type] ?? 'write');
  return `${area}_${action}`;
}

/** The sentence of a refusal; its beginning is recorded. */
export function permissionFailed(scope: string): string {
  return `API Permission Failed. The token lacks the scope ${scope}.`;
}
