/** Fires a triggered send to one subscriber (best-practices rows A11, C5). */
import * as l10n from '@vscode/l10n';
import type { Answers, Guide, GuideRequest, Question } from '../guide.ts';
import { answer, emailAddress, pairs, pairsOf, pick, required, text } from '../questions.ts';
import { of, typed } from '../xml.ts';

/** Whom it goes to, and with which values. */
export const recipientQuestions: readonly Question[] = [
  text('subscriber', l10n.t('Subscriber key'), l10n.t('Of the one who gets it'), { check: required }),
  text('email', l10n.t('E-mail address'), l10n.t('Where it goes'), { check: emailAddress }),
  text(
    'attributes',
    l10n.t('Attributes'),
    l10n.t('Name=Value, separated by commas; fewer than ten; may be empty'),
    {
      check: (value) =>
        pairs(value) ??
        (pairsOf(value).length < 10
          ? undefined
          : l10n.t('Ten attributes or more slow a triggered send down.')),
      example: 'FirstName=Ana',
    },
  ),
];

export const fireTriggeredSend: Guide = {
  stage: 'send',
  title: l10n.t('Fire a Triggered Send'),
  description: l10n.t('To one subscriber, with attributes'),
  questions: [
    pick('definition', 'triggeredSendDefinitions', l10n.t('Triggered send definition')),
    ...recipientQuestions,
  ],
  build: (answers) => [fire(answer(answers, 'definition'), answers)],
};

/** The request that fires it: tried synchronously, then asynchronously. */
export function fire(key: string, answers: Answers): GuideRequest {
  return {
    title: l10n.t('Send {0} to {1}', key, answer(answers, 'subscriber')),
    name: 'fireTriggeredSend',
    note: l10n.t('This sends an e-mail to {0}.', answer(answers, 'email')),
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
