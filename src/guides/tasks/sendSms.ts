/** Sends an SMS by a triggered definition (best-practices row A12). */
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, required, requiredKey, text } from '../questions.ts';
import { of } from '../xml.ts';

export const sendSms: Guide = {
  stage: 'The send',
  title: 'Send an SMS',
  description: 'To one number, by an SMS triggered send definition',
  questions: [
    text('definition', 'SMS triggered send definition', 'Its customer key', { check: requiredKey }),
    text('subscriber', 'Subscriber key', 'Of the one who gets it', { check: required }),
    text('number', 'Number', 'With country code, digits only', {
      check: (value) =>
        /^\d{8,15}$/.test(value.trim()) ? undefined : 'Write 8 to 15 digits, country code first.',
      example: '15555550100',
    }),
    text('message', 'Message', 'At most 160 characters', {
      check: (value) =>
        required(value) ?? (value.length <= 160 ? undefined : 'A message has at most 160 characters.'),
    }),
  ],
  build: (answers) => {
    const number = answer(answers, 'number');
    const request = create({ title: `Send an SMS to ${number}`, name: 'sendSms' }, 'SMSTriggeredSend', [
      of('SMSTriggeredSendDefinition', [of('CustomerKey', answer(answers, 'definition'))]),
      of('Subscriber', [of('SubscriberKey', answer(answers, 'subscriber'))]),
      of('Message', answer(answers, 'message')),
      of('Number', number),
    ]);
    return [{ ...request, note: `This sends an SMS to ${number}.` }];
  },
};
