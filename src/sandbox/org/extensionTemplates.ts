/**
 * The templates that data extensions can be made from. That they exist, and their keys, is observed; the columns are
 * those that the documentation of triggered sends and of send logs names.
 */

export interface TemplateColumn {
  readonly name: string;
  readonly type: string;
  readonly maxLength?: number;
  readonly isPrimaryKey?: true;
  readonly isRequired?: true;
}

export interface ExtensionTemplate {
  readonly key: string;
  readonly objectId: string;
  readonly description: string;
  readonly columns: readonly TemplateColumn[];
  /** The column that holds whom to send to; undefined for one that cannot be sent to. */
  readonly sendableField?: string;
}

const number = (name: string): TemplateColumn => ({ name, type: 'Number' });

export const extensionTemplates: readonly ExtensionTemplate[] = [
  {
    key: 'TriggeredSendDataExtension',
    objectId: '3a6f1c52-9d0e-4b7a-8c14-6e2d5f70a9b1',
    description: 'Keeps the attributes of the messages of a triggered send',
    columns: [
      { name: 'SubscriberKey', type: 'Text', maxLength: 254, isRequired: true },
      { name: 'EmailAddress', type: 'EmailAddress', isRequired: true },
    ],
    sendableField: 'SubscriberKey',
  },
  {
    key: 'SendLog',
    objectId: '7c20e9b4-15d8-4f63-a2b7-90c4d1e83f56',
    description: 'Takes a row for each message that a send makes',
    columns: [
      ...['JobID', 'ListID', 'BatchID', 'SubID'].map(number),
      { name: 'TriggeredSendID', type: 'Text', maxLength: 36 },
      number('ErrorCode'),
    ],
  },
  {
    key: 'DomainExclusion',
    objectId: 'b8d45f17-2e6a-4c09-9f3b-7a1c80e6d2f4',
    description: 'Domains that a send leaves out',
    columns: [{ name: 'Domain', type: 'Text', maxLength: 254, isPrimaryKey: true, isRequired: true }],
  },
];

/** A template by its key or GUID, without regard to case. */
export function extensionTemplateNamed(name: {
  readonly key: string | undefined;
  readonly objectId: string | undefined;
}): ExtensionTemplate | undefined {
  const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();
  return extensionTemplates.find(({ key, objectId }) => same(key, name.key) || same(objectId, name.objectId));
}
