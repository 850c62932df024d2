/** Starts an e-mail send definition now, after counting whom it reaches (best-practices row A10). */
import * as l10n from '@vscode/l10n';
import type { Guide, GuideRequest } from '../guide.ts';
import { answer, pick } from '../questions.ts';
import { of, typed } from '../xml.ts';

export const startSend: Guide = {
  stage: 'send',
  title: l10n.t('Start an E-mail Send'),
  description: l10n.t('Now; it is watched by itself'),
  questions: [pick('definition', 'sendDefinitions', l10n.t('E-mail send definition'))],
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
    { title: l10n.t('How many would {0} reach?', key), name: 'countAudience', body: perform('GetMaxCount') },
    {
      title: l10n.t('Start {0}', key),
      name: 'startSend',
      note: l10n.t('Mail goes out to everybody of the audience, and cannot be taken back.'),
      body: perform('start'),
    },
  ];
}
