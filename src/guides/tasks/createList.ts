/** Creates a list (best-practices rows A2, G2). */
import * as l10n from '@vscode/l10n';
import { create } from '../batches.ts';
import { businessUnitQuestion, runsIn } from '../businessUnit.ts';
import type { Guide } from '../guide.ts';
import { answer, anything, choice, optionalKey, plainly, required, text } from '../questions.ts';
import { given, of } from '../xml.ts';

export const createList: Guide = {
  stage: 'before',
  title: l10n.t('Create a List'),
  description: l10n.t('With a name, a description, a folder and a type'),
  questions: [
    businessUnitQuestion,
    text('name', l10n.t('Name'), l10n.t('What the list is called'), {
      check: required,
      example: 'Newsletter',
    }),
    text(
      'key',
      l10n.t('Customer key'),
      l10n.t('What programs know it by; made by the service when left out'),
      {
        check: optionalKey,
      },
    ),
    text('description', l10n.t('Description'), l10n.t('May be empty'), { check: anything }),
    choice('type', l10n.t('Type'), plainly('Public', 'Private')),
    text('folder', l10n.t('Folder'), l10n.t('ID of the folder; the one of all lists when left out'), {
      check: (value) => (/^\d*$/.test(value.trim()) ? undefined : l10n.t('The ID of a folder is a number.')),
    }),
  ],
  build: (answers) => [
    create(
      {
        title: l10n.t('Create the list {0}', answer(answers, 'name')),
        name: 'createList',
        ...runsIn(answers),
      },
      'List',
      [
        ...given('CustomerKey', answer(answers, 'key')),
        of('ListName', answer(answers, 'name')),
        ...given('Category', answer(answers, 'folder')),
        of('Type', answer(answers, 'type')),
        ...given('Description', answer(answers, 'description')),
      ],
    ),
  ],
};
