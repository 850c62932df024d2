/** Creates an e-mail send definition, for a list or for a sendable data extension (best-practices row A5). */
import * as l10n from '@vscode/l10n';
import { create } from '../batches.ts';
import type { Answers, Guide, GuideRequest, Question } from '../guide.ts';
import { answer, anything, choice, pick, required, requiredKey, text } from '../questions.ts';
import { given, of, type Xml } from '../xml.ts';

const toList = (answers: Answers): boolean => answers['audience'] === 'list';

/** Of the definition itself; whom it goes to is asked beside. */
export const definitionQuestions: readonly Question[] = [
  text('name', l10n.t('Name'), l10n.t('What the definition is called'), {
    check: required,
    example: 'March newsletter',
  }),
  text('key', l10n.t('Customer key'), l10n.t('What programs know it by'), {
    check: requiredKey,
    example: 'march-newsletter',
  }),
  pick('classification', 'sendClassifications', l10n.t('Send classification')),
  pick('email', 'emails', l10n.t('E-mail')),
  text('subject', l10n.t('Subject'), l10n.t('Empty for that of the e-mail'), { check: anything }),
];

export const createSendDefinition: Guide = {
  stage: 'before',
  title: l10n.t('Create an E-mail Send Definition'),
  description: l10n.t('A send to a list or a data extension that can be started any number of times'),
  questions: [
    ...definitionQuestions,
    choice('audience', l10n.t('Whom does it go to?'), [
      { value: 'list', label: l10n.t('The subscribers of a list') },
      { value: 'dataExtension', label: l10n.t('The rows of a sendable data extension') },
    ]),
    pick('list', 'lists', l10n.t('List'), { when: toList }),
    pick('dataExtension', 'sendableDataExtensions', l10n.t('Data extension'), {
      when: (answers) => !toList(answers),
    }),
    pick('publicationList', 'lists', l10n.t('Publication list, on which people unsubscribe'), {
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
    title: l10n.t('Create the send definition {0}', answer(answers, 'name')),
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
