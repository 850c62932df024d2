/** Creates a data extension with its fields; sendable or not, with retention or without (best-practices row A6). */
import { create } from '../batches.ts';
import { fieldProblem, fieldsOf, type FieldSpec } from '../fieldNotation.ts';
import type { Answers, Guide, GuideRequest, Question } from '../guide.ts';
import { answer, choice, plainly, required, requiredKey, text } from '../questions.ts';
import { given, of, type Xml } from '../xml.ts';

const isSendable = (answers: Answers): boolean => answers['sendable'] === 'true';

export const extensionQuestions: readonly Question[] = [
  text('extensionName', 'Name of the data extension', 'What it is called', {
    check: required,
    example: 'Customers',
  }),
  text('extensionKey', 'Customer key of the data extension', 'What programs know it by', {
    check: requiredKey,
    example: 'customers',
  }),
  text('fields', 'Fields', 'Name Type(length) key required default=…, separated by commas', {
    check: fieldProblem,
    example: 'CustomerKey Text(50) key, Email EmailAddress required, Points Number default=0',
  }),
];

/** By which field a row is a subscriber. */
export const sendableField = text(
  'sendableField',
  'Field of the subscriber',
  'The field that holds the subscriber key',
  {
    check: (value, answers) => {
      const names = fieldsOf(answers['fields']).map(({ name }) => name);
      return names.includes(value.trim()) ? undefined : `It must be one of ${names.join(', ')}.`;
    },
  },
);

export const createDataExtension: Guide = {
  stage: 'Before the send',
  title: 'Create a Data Extension',
  description: 'With fields, keys, and whether mail can be sent to its rows',
  questions: [
    ...extensionQuestions,
    choice('sendable', 'Is mail sent to its rows?', plainly('false', 'true')),
    { ...sendableField, when: isSendable },
    choice('retention', 'How long are rows kept?', [
      { value: '', label: 'For ever' },
      { value: '30', label: '30 days each' },
      { value: '180', label: '180 days each' },
      { value: '365', label: '365 days each' },
    ]),
  ],
  build: (answers) => [
    dataExtension(answers, isSendable(answers) ? answer(answers, 'sendableField') : undefined),
  ],
};

/** @param sendable name of the field that holds the subscriber key; undefined when no mail is sent to the rows */
export function dataExtension(answers: Answers, sendable?: string): GuideRequest {
  const name = answer(answers, 'extensionName');
  const fields = fieldsOf(answers['fields']);
  const relation = fields.find((field) => field.name === sendable);
  return create(
    { title: `Create the data extension ${name}`, name: 'createDataExtension' },
    'DataExtension',
    [
      of('CustomerKey', answer(answers, 'extensionKey')),
      of('Name', name),
      ...(relation === undefined ? [] : sendableRelation(relation)),
      ...retention(answer(answers, 'retention')),
      of('Fields', fields.map(fieldElement)),
      ...(answer(answers, 'retention') === '' ? [] : [of('DataRetentionPeriod', 'Days')]),
      // In the folder that the guide was begun from, where there is one.
      ...given('CategoryID', answers['folder']),
    ],
  );
}

function sendableRelation({ name, type }: FieldSpec): readonly Xml[] {
  return [
    of('IsSendable', 'true'),
    of('SendableDataExtensionField', [of('CustomerKey', name), of('Name', name), of('FieldType', type)]),
    of('SendableSubscriberField', [of('Name', 'Subscriber Key'), of('Value')]),
  ];
}

function retention(days: string): readonly Xml[] {
  if (days === '') return [];
  return [
    of('DataRetentionPeriodLength', days),
    of('RowBasedRetention', 'true'),
    of('ResetRetentionPeriodOnImport', 'false'),
    of('DeleteAtEndOfRetentionPeriod', 'false'),
  ];
}

function fieldElement({ name, type, length, scale, isKey, isRequired, byDefault }: FieldSpec): Xml {
  return of('Field', [
    of('CustomerKey', name),
    of('Name', name),
    ...(scale === undefined ? [] : [of('Scale', scale)]),
    ...(byDefault === undefined ? [] : [of('DefaultValue', byDefault)]),
    ...(length === undefined ? [] : [of('MaxLength', length)]),
    of('IsRequired', String(isKey || isRequired)),
    of('IsPrimaryKey', String(isKey)),
    of('FieldType', type),
  ]);
}
