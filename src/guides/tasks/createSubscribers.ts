/** Creates subscribers, or changes those that are there (best-practices rows A1, G2). */
import * as l10n from '@vscode/l10n';
import { upserts } from '../batches.ts';
import { businessUnitQuestion, runsIn } from '../businessUnit.ts';
import { csvProblem, csvRows, isFromFile } from '../csv.ts';
import type { Answers, Guide } from '../guide.ts';
import { answer, choice, emailAddress, pairs, pairsOf, partsOf, pick, required, text } from '../questions.ts';
import { given, of, type Xml } from '../xml.ts';

const keyColumn = 'SubscriberKey';
const emailColumn = 'EmailAddress';

export const createSubscribers: Guide = {
  stage: 'before',
  title: l10n.t('Create Subscribers'),
  description: l10n.t('One, or those of a CSV file, with their lists and attributes'),
  questions: [
    businessUnitQuestion,
    choice('source', l10n.t('How many?'), [
      { value: 'one', label: l10n.t('One subscriber') },
      {
        value: 'file',
        label: l10n.t('Those of a CSV file'),
        description: l10n.t('columns {0}, {1}, attributes', keyColumn, emailColumn),
      },
    ]),
    text('key', l10n.t('Subscriber key'), l10n.t('What identifies the subscriber for ever'), {
      check: required,
      when: (answers) => !isFromFile(answers),
    }),
    text('email', l10n.t('E-mail address'), l10n.t('Where mail goes'), {
      check: emailAddress,
      when: (answers) => !isFromFile(answers),
    }),
    text('attributes', l10n.t('Attributes'), l10n.t('Name=Value, separated by commas; may be empty'), {
      check: pairs,
      example: 'First Name=Ana, City=Lisbon',
      when: (answers) => !isFromFile(answers),
    }),
    {
      ...{
        kind: 'file',
        key: 'file',
        title: l10n.t('CSV file'),
        prompt: l10n.t('A header line, then a subscriber a line'),
      },
      check: (value) => csvProblem(value, [keyColumn, emailColumn]),
      when: isFromFile,
    },
    pick('lists', 'lists', l10n.t('Lists to put them on'), { many: true, of: 'businessUnit' }),
  ],
  build: (answers) =>
    upserts(
      { title: l10n.t('Create or change subscribers'), name: 'createSubscribers', ...runsIn(answers) },
      'Subscriber',
      subscribersOf(answers),
    ),
};

function subscribersOf(answers: Answers): readonly (readonly Xml[])[] {
  const lists = partsOf(answers['lists']).map((id) =>
    of('Lists', [of('ID', id), of('Status', 'Active'), of('Action', 'upsert')]),
  );
  if (!isFromFile(answers)) {
    return [
      subscriber(answer(answers, 'key'), answer(answers, 'email'), pairsOf(answers['attributes']), lists),
    ];
  }
  return csvRows(answers['file'] ?? '').map(({ [keyColumn]: key = '', [emailColumn]: email = '', ...rest }) =>
    subscriber(key, email, Object.entries(rest), lists),
  );
}

function subscriber(
  key: string,
  email: string,
  attributes: readonly (readonly [string, string])[],
  lists: readonly Xml[],
): readonly Xml[] {
  return [
    ...given('EmailAddress', email),
    ...attributes.map(([name, value]) => of('Attributes', [of('Name', name), of('Value', value)])),
    of('SubscriberKey', key),
    ...lists,
  ];
}
