/** Creates a data extension with its fields; sendable or not, with retention or without (best-practices row A6). */
import * as l10n from '@vscode/l10n';
import { create } from '../batches.ts';
import { fieldProblem, fieldsOf, type FieldSpec } from '../fieldNotation.ts';
import type { Answers, Guide, GuideRequest, Question } from '../guide.ts';
import { answer, choice, plainly, required, requiredKey, text } from '../questions.ts';
import { given, of, type Xml } from '../xml.ts';

const isSendable = (answers: Answers): boolean => answers['sendable'] === 'true';

export const extensionQuestions: readonly Question[] = [
  text('extensionName', l10n.t('Name of the data extension'), l10n.t('What it is called'), {
    check: required,
    example: 'Customers',
  }),
  text('extensionKey', l10n.t('Customer key of the data extension'), l10n.t('What programs know it by'), {
    check: requiredKey,
    example: 'customers',
  }),
  text('fields', l10n.t('Fields'), l10n.t('Name Type(length) key required default=…, separated by commas'), {
    check: fieldProblem,
    example: 'CustomerKey Text(50) key, Email EmailAddress required, Points Number default=0',
  }),
];

/** By which field a row is a subscriber. */
export const sendableField = text(
  'sendableField',
  l10n.t('Field of the subscriber'),
  l10n.t('The field that holds the subscriber key'),
  {
    check: (value, answers) => {
      const names = fieldsOf(answers['fields']).map(({ name }) => name);
      return names.includes(value.trim()) ? undefined : l10n.t('It must be one of {0}.', names.join(', '));
    },
  },
);

export const createDataExtension: Guide = {
  stage: 'before',
  title: l10n.t('Create a Data Extension'),
  description: l10n.t('With fields, keys, and whether mail can be sent to its rows'),
  questions: [
    ...extensionQuestions,
    choice('sendable', l10n.t('Is mail sent to its rows?'), plainly('false', 'true')),
    { ...sendableField, when: isSendable },
    choice('retention', l10n.t('How long are rows kept?'), [
      { value: '', label: l10n.t('For ever') },
      { value: '30', label: l10n.t('30 days each') },
      { value: '180', label: l10n.t('180 days each') },
      { value: '365', label: l10n.t('365 days each') },
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
    { title: l10n.t('Create the data extension {0}', name), name: 'createDataExtension' },
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
