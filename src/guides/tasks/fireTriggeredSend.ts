/** Fires a triggered send to one subscriber (best-practices rows A11, C5). */
import type { Answers, Guide, GuideRequest, Question } from '../guide.ts';
import { answer, emailAddress, pairs, pairsOf, pick, required, text } from '../questions.ts';
import { of, typed } from '../xml.ts';

/** Whom it goes to, and with which values. */
export const recipientQuestions: readonly Question[] = [
  text('subscriber', 'Subscriber key', 'Of the one who gets it', { check: required }),
  text('email', 'E-mail address', 'Where it goes', { check: emailAddress }),
  text('attributes', 'Attributes', 'Name=Value, separated by commas; fewer than ten; may be empty', {
    check: (value) =>
      pairs(value) ??
      (pairsOf(value).length < 10 ? undefined : 'Ten attributes or more slow a triggered send down.'),
    example: 'FirstName=Ana',
  }),
];

export const fireTriggeredSend: Guide = {
  stage: 'The send',
  title: 'Fire a Triggered Send',
  description: 'To one subscriber, with attributes',
  questions: [
    pick('definition', 'triggeredSendDefinitions', 'Triggered send definition'),
    ...recipientQuestions,
  ],
  build: (answers) => [fire(answer(answers, 'definition'), answers)],
};

/** The request that fires it: tried synchronously, then asynchronously. */
export function fire(key: string, answers: Answers): GuideRequest {
  return {
    title: `Send ${key} to ${answer(answers, 'subscriber')}`,
    name: 'fireTriggeredSend',
    note: `This sends an e-mail to ${answer(answers, 'email')}.`,
    directives: ['mode hybrid'],
    body: of('CreateRequest', [
      of('Options'),
      typed('Objects', 'TriggeredSend', [
        of('TriggeredSendDefinition', [of('CustomerKey', key)]),
        of('Subscribers', [
          of('EmailAddress', answer(answers, 'email')),
          ...pairsOf(answers['attributes']).map(([name, value]) =>
            of('Attributes', [of('Name', name), of('Value', value)]),
          ),
          of('SubscriberKey', answer(answers, 'subscriber')),
        ]),
      ]),
    ]),
  };
}
