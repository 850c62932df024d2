/** Creates an e-mail send definition, for a list or for a sendable data extension (best-practices row A5). */
import { create } from '../batches.ts';
import type { Answers, Guide, GuideRequest, Question } from '../guide.ts';
import { answer, anything, choice, pick, required, requiredKey, text } from '../questions.ts';
import { given, of, type Xml } from '../xml.ts';

const toList = (answers: Answers): boolean => answers['audience'] === 'list';

/** Of the definition itself; whom it goes to is asked beside. */
export const definitionQuestions: readonly Question[] = [
  text('name', 'Name', 'What the definition is called', { check: required, example: 'March newsletter' }),
  text('key', 'Customer key', 'What programs know it by', {
    check: requiredKey,
    example: 'march-newsletter',
  }),
  pick('classification', 'sendClassifications', 'Send classification'),
  pick('email', 'emails', 'E-mail'),
  text('subject', 'Subject', 'Empty for that of the e-mail', { check: anything }),
];

export const createSendDefinition: Guide = {
  stage: 'Before the send',
  title: 'Create an E-mail Send Definition',
  description: 'A send to a list or a data extension that can be started any number of times',
  questions: [
    ...definitionQuestions,
    choice('audience', 'Whom does it go to?', [
      { value: 'list', label: 'The subscribers of a list' },
      { value: 'dataExtension', label: 'The rows of a sendable data extension' },
    ]),
    pick('list', 'lists', 'List', { when: toList }),
    pick('dataExtension', 'sendableDataExtensions', 'Data extension', {
      when: (answers) => !toList(answers),
    }),
    pick('publicationList', 'lists', 'Publication list, on which people unsubscribe', {
      when: (answers) => !toList(answers),
    }),
  ],
  build: (answers) => [
    sendDefinition(
      answers,
      toList(answers)
        ? listSource(answer(answers, 'list'))
        : extensionSource(answer(answers, 'dataExtension'), answer(answers, 'publicationList')),
    ),
  ],
};

/** The request, with whom it goes to. */
export function sendDefinition(answers: Answers, source: Xml): GuideRequest {
  const naming = {
    title: `Create the send definition ${answer(answers, 'name')}`,
    name: 'createSendDefinition',
  };
  return create(naming, 'EmailSendDefinition', [
    of('CustomerKey', answer(answers, 'key')),
    of('Name', answer(answers, 'name')),
    of('SendClassification', [of('CustomerKey', answer(answers, 'classification'))]),
    source,
    of('Email', [of('ID', answer(answers, 'email'))]),
    ...given('EmailSubject', answer(answers, 'subject')),
  ]);
}

export function listSource(listId: string): Xml {
  return of('SendDefinitionList', [
    of('List', [of('ID', listId)]),
    of('SendDefinitionListType', 'SourceList'),
    of('DataSourceTypeID', 'List'),
  ]);
}

export function extensionSource(objectId: string, publicationListId: string): Xml {
  return of('SendDefinitionList', [
    of('List', [of('ID', publicationListId)]),
    of('SendDefinitionListType', 'SourceList'),
    of('CustomObjectID', objectId),
    of('DataSourceTypeID', 'CustomObject'),
  ]);
}
