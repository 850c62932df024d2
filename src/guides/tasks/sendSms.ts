/** Sends an SMS by a triggered definition (best-practices row A12). */
import * as l10n from '@vscode/l10n';
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, required, requiredKey, text } from '../questions.ts';
import { of } from '../xml.ts';

export const sendSms: Guide = {
  stage: 'send',
  title: l10n.t('Send an SMS'),
  description: l10n.t('To one number, by an SMS triggered send definition'),
  questions: [
    text('definition', l10n.t('SMS triggered send definition'), l10n.t('Its customer key'), {
      check: requiredKey,
    }),
    text('subscriber', l10n.t('Subscriber key'), l10n.t('Of the one who gets it'), { check: required }),
    text('number', l10n.t('Number'), l10n.t('With country code, digits only'), {
      check: (value) =>
        /^\d{8,15}$/.test(value.trim()) ? undefined : l10n.t('Write 8 to 15 digits, country code first.'),
      example: '15555550100',
    }),
    text('message', l10n.t('Message'), l10n.t('At most 160 characters'), {
      check: (value) =>
        required(value) ??
        (value.length <= 160 ? undefined : l10n.t('A message has at most 160 characters.')),
    }),
  ],
  build: (answers) => {
    const number = answer(answers, 'number');
    const request = create(
      { title: l10n.t('Send an SMS to {0}', number), name: 'sendSms' },
      'SMSTriggeredSend',
      [
        of('SMSTriggeredSendDefinition', [of('CustomerKey', answer(answers, 'definition'))]),
        of('Subscriber', [of('SubscriberKey', answer(answers, 'subscriber'))]),
        of('Message', answer(answers, 'message')),
        of('Number', number),
      ],
    );
    return [{ ...request, note: l10n.t('This sends an SMS to {0}.', number) }];
  },
};
