/** Starts an e-mail send definition now, after counting whom it reaches (best-practices row A10). */
import type { Guide, GuideRequest } from '../guide.ts';
import { answer, pick } from '../questions.ts';
import { of, typed } from '../xml.ts';

export const startSend: Guide = {
  stage: 'The send',
  title: 'Start an E-mail Send',
  description: 'Now; it is watched by itself',
  questions: [pick('definition', 'sendDefinitions', 'E-mail send definition')],
  build: (answers) => startRequests(answer(answers, 'definition')),
};

/** First how many it would reach, then the start itself. */
export function startRequests(key: string): readonly GuideRequest[] {
  const perform = (action: string): GuideRequest['body'] =>
    of('PerformRequestMsg', [
      of('Options'),
      of('Action', action),
      of('Definitions', [typed('Definition', 'EmailSendDefinition', [of('CustomerKey', key)])]),
    ]);
  return [
    { title: `How many would ${key} reach?`, name: 'countAudience', body: perform('GetMaxCount') },
    {
      title: `Start ${key}`,
      name: 'startSend',
      note: 'Mail goes out to everybody of the audience, and cannot be taken back.',
      body: perform('start'),
    },
  ];
}
