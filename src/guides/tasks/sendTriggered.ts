/** The third drawn sequence: a triggered send definition, its start, and a first message (best-practices row A15). */
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, pick, required, requiredKey, text } from '../questions.ts';
import { of } from '../xml.ts';
import { fire, recipientQuestions } from './fireTriggeredSend.ts';
import { setState } from './startTriggeredSend.ts';

export const sendTriggered: Guide = {
  stage: 'From start to end',
  title: 'Set up a Triggered Send',
  description: 'A definition, its start, and a first message: a request for each step',
  questions: [
    text('name', 'Name', 'What the definition is called', { check: required, example: 'Welcome' }),
    text('key', 'Customer key', 'What programs know it by', { check: requiredKey, example: 'welcome' }),
    pick('classification', 'sendClassifications', 'Send classification'),
    pick('email', 'emails', 'E-mail'),
    pick('list', 'lists', 'List that subscribers are added to'),
    ...recipientQuestions.map((question) =>
      question.key === 'email' ? { ...question, key: 'address' } : question,
    ),
  ],
  build: (answers) => {
    const key = answer(answers, 'key');
    return [
      create(
        { title: `Create the triggered send ${key}`, name: 'createTriggeredSend' },
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
