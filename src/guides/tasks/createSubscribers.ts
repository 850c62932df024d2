/** Creates subscribers, or changes those that are there (best-practices rows A1, G2). */
import { upserts } from '../batches.ts';
import { businessUnitQuestion, runsIn } from '../businessUnit.ts';
import { csvProblem, csvRows, isFromFile } from '../csv.ts';
import type { Answers, Guide } from '../guide.ts';
import { answer, choice, emailAddress, pairs, pairsOf, partsOf, pick, required, text } from '../questions.ts';
import { given, of, type Xml } from '../xml.ts';

const keyColumn = 'SubscriberKey';
const emailColumn = 'EmailAddress';

export const createSubscribers: Guide = {
  stage: 'Before the send',
  title: 'Create Subscribers',
  description: 'One, or those of a CSV file, with their lists and attributes',
  questions: [
    businessUnitQuestion,
    choice('source', 'How many?', [
      { value: 'one', label: 'One subscriber' },
      {
        value: 'file',
        label: 'Those of a CSV file',
        description: `columns ${keyColumn}, ${emailColumn}, attributes`,
      },
    ]),
    text('key', 'Subscriber key', 'What identifies the subscriber for ever', {
      check: required,
      when: (answers) => !isFromFile(answers),
    }),
    text('email', 'E-mail address', 'Where mail goes', {
      check: emailAddress,
      when: (answers) => !isFromFile(answers),
    }),
    text('attributes', 'Attributes', 'Name=Value, separated by commas; may be empty', {
      check: pairs,
      example: 'First Name=Ana, City=Lisbon',
      when: (answers) => !isFromFile(answers),
    }),
    {
      ...{ kind: 'file', key: 'file', title: 'CSV file', prompt: 'A header line, then a subscriber a line' },
      check: (value) => csvProblem(value, [keyColumn, emailColumn]),
      when: isFromFile,
    },
    pick('lists', 'lists', 'Lists to put them on', { many: true, of: 'businessUnit' }),
  ],
  build: (answers) =>
    upserts(
      { title: 'Create or change subscribers', name: 'createSubscribers', ...runsIn(answers) },
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
