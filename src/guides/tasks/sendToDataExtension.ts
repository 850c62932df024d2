/** The second drawn sequence: a data extension, its rows, a send definition, its start (best-practices row A15). */
import * as l10n from '@vscode/l10n';
import type { Guide } from '../guide.ts';
import { answer, pairs, pick, required, text } from '../questions.ts';
import { addRows } from './addRows.ts';
import { dataExtension, extensionQuestions, sendableField } from './createDataExtension.ts';
import { definitionQuestions, extensionSource, sendDefinition } from './createSendDefinition.ts';
import { startRequests } from './startSend.ts';

const newExtension = '{{createDataExtension.response.body.//Results/NewObjectID}}';

export const sendToDataExtension: Guide = {
  stage: 'whole',
  title: l10n.t('Send to a Data Extension'),
  description: l10n.t(
    'A new data extension, a row, a send definition, and its start: a request for each step',
  ),
  questions: [
    ...extensionQuestions,
    sendableField,
    text('row', l10n.t('A first row'), l10n.t('Field=Value, separated by commas'), {
      check: (value) => required(value) ?? pairs(value),
      example: 'CustomerKey=ana-1, EmailAddress=ana@example.com',
    }),
    pick('publicationList', 'lists', l10n.t('Publication list, on which people unsubscribe')),
    ...definitionQuestions,
  ],
  build: (answers) => [
    dataExtension(answers, answer(answers, 'sendableField')),
    ...addRows.build({
      dataExtension: answer(answers, 'extensionKey'),
      source: 'one',
      row: answer(answers, 'row'),
    }),
    sendDefinition(answers, extensionSource(newExtension, answer(answers, 'publicationList'))),
    ...startRequests(answer(answers, 'key')),
  ],
};
