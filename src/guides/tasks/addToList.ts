/** Adds subscribers to a list, or changes their status on it (best-practices rows A3, G2). */
import * as l10n from '@vscode/l10n';
import { upserts } from '../batches.ts';
import { businessUnitQuestion, runsIn } from '../businessUnit.ts';
import type { Guide } from '../guide.ts';
import { answer, choice, partsOf, pick, plainly, required, text } from '../questions.ts';
import { of } from '../xml.ts';

export const addToList: Guide = {
  stage: 'before',
  title: l10n.t('Add Subscribers to a List'),
  description: l10n.t('By their keys; or change their status on it'),
  questions: [
    businessUnitQuestion,
    pick('list', 'lists', l10n.t('List'), { of: 'businessUnit' }),
    text('keys', l10n.t('Subscriber keys'), l10n.t('One or more, separated by commas'), {
      check: required,
      example: 'ana-1, ben-2',
    }),
    choice('status', l10n.t('Status on the list'), plainly('Active', 'Unsubscribed')),
  ],
  build: (answers) =>
    upserts(
      { title: l10n.t('Put subscribers on the list'), name: 'addToList', ...runsIn(answers) },
      'Subscriber',
      partsOf(answers['keys']).map((key) => [
        of('SubscriberKey', key),
        of('Lists', [
          of('ID', answer(answers, 'list')),
          of('Status', answer(answers, 'status')),
          of('Action', 'upsert'),
        ]),
      ]),
    ),
};
