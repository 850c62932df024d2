/** The third drawn sequence: a triggered send definition, its start, and a first message (best-practices row A15). */
import * as l10n from '@vscode/l10n';
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, pick, required, requiredKey, text } from '../questions.ts';
import { of } from '../xml.ts';
import { fire, recipientQuestions } from './fireTriggeredSend.ts';
import { setState } from './startTriggeredSend.ts';

export const sendTriggered: Guide = {
  stage: 'whole',
  title: l10n.t('Set up a Triggered Send'),
  description: l10n.t('A definition, its start, and a first message: a request for each step'),
  questions: [
    text('name', l10n.t('Name'), l10n.t('What the definition is called'), {
      check: required,
      example: 'Welcome',
    }),
    text('key', l10n.t('Customer key'), l10n.t('What programs know it by'), {
      check: requiredKey,
      example: 'welcome',
    }),
    pick('classification', 'sendClassifications', l10n.t('Send classification')),
    pick('email', 'emails', l10n.t('E-mail')),
    pick('list', 'lists', l10n.t('List that subscribers are added to')),
    ...recipientQuestions.map((question) =>
      question.key === 'email' ? { ...question, key: 'address' } : question,
    ),
  ],
  build: (answers) => {
    const key = answer(answers, 'key');
    return [
      create(
        { title: l10n.t('Create the triggered send {0}', key), name: 'createTriggeredSend' },
        'TriggeredSendDefinition',
        [
          of('CustomerKey', key),
          of('Name', answer(answers, 'name')),
          of('SendClassification', [of('CustomerKey', answer(answers, 'classification'))]),
          of('Email', [of('ID', answer(answers, 'email'))]),
          of('List', [of('ID', answer(answers, 'list'))]),
        ],
      ),
      setState(key, 'Active'),
      fire(key, { ...answers, email: answer(answers, 'address') }),
    ];
  },
};
