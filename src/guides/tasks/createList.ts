/** Creates a list (best-practices rows A2, G2). */
import { create } from '../batches.ts';
import { businessUnitQuestion, runsIn } from '../businessUnit.ts';
import type { Guide } from '../guide.ts';
import { answer, anything, choice, optionalKey, plainly, required, text } from '../questions.ts';
import { given, of } from '../xml.ts';

export const createList: Guide = {
  stage: 'Before the send',
  title: 'Create a List',
  description: 'With a name, a description, a folder and a type',
  questions: [
    businessUnitQuestion,
    text('name', 'Name', 'What the list is called', { check: required, example: 'Newsletter' }),
    text('key', 'Customer key', 'What programs know it by; made by the service when left out', {
      check: optionalKey,
    }),
    text('description', 'Description', 'May be empty', { check: anything }),
    choice('type', 'Type', plainly('Public', 'Private')),
    text('folder', 'Folder', 'ID of the folder; the one of all lists when left out', {
      check: (value) => (/^\d*$/.test(value.trim()) ? undefined : 'The ID of a folder is a number.'),
    }),
  ],
  build: (answers) => [
    create(
      { title: `Create the list ${answer(answers, 'name')}`, name: 'createList', ...runsIn(answers) },
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
