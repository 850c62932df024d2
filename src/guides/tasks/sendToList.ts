/** The first drawn sequence: a list, its subscribers, a send definition, its start (best-practices row A15). */
import * as l10n from '@vscode/l10n';
import type { Guide } from '../guide.ts';
import { answer } from '../questions.ts';
import { createList } from './createList.ts';
import { definitionQuestions, listSource, sendDefinition } from './createSendDefinition.ts';
import { startRequests } from './startSend.ts';
import { addToList } from './addToList.ts';
import { text, required } from '../questions.ts';

const newList = '{{createList.response.body.//Results/NewID}}';

export const sendToList: Guide = {
  stage: 'whole',
  title: l10n.t('Send to a List'),
  description: l10n.t(
    'A new list, its subscribers, a send definition, and its start: a request for each step',
  ),
  questions: [
    text('listName', l10n.t('Name of the list'), l10n.t('It is made new'), {
      check: required,
      example: 'March readers',
    }),
    text('keys', l10n.t('Subscriber keys'), l10n.t('Who is on it, separated by commas'), {
      check: required,
      example: 'ana-1, ben-2',
    }),
    ...definitionQuestions,
  ],
  build: (answers) => [
    ...createList.build({ name: answer(answers, 'listName'), type: 'Public' }),
    ...addToList.build({ list: newList, keys: answer(answers, 'keys'), status: 'Active' }),
    sendDefinition(answers, listSource(newList)),
    ...startRequests(answer(answers, 'key')),
  ],
};
