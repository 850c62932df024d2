/** Starts, pauses or refreshes a triggered send definition (best-practices row A11). */
import * as l10n from '@vscode/l10n';
import type { Guide, GuideRequest } from '../guide.ts';
import { answer, choice, pick } from '../questions.ts';
import { of, typed } from '../xml.ts';

export const startTriggeredSend: Guide = {
  stage: 'send',
  title: l10n.t('Start or Pause a Triggered Send'),
  description: l10n.t('An active definition sends what is triggered; an inactive one holds it back'),
  questions: [
    pick('definition', 'triggeredSendDefinitions', l10n.t('Triggered send definition')),
    choice('state', l10n.t('What is it to do?'), [
      { value: 'Active', label: l10n.t('Send'), description: l10n.t('what is queued goes out too') },
      {
        value: 'Inactive',
        label: l10n.t('Hold back'),
        description: l10n.t('needed before its content can be changed'),
      },
    ]),
  ],
  build: (answers) => [setState(answer(answers, 'definition'), answer(answers, 'state'))],
};

/** The request that makes a definition `Active` or `Inactive`. */
export function setState(key: string, state: string): GuideRequest {
  return {
    title: `${state === 'Active' ? 'Start' : 'Pause'} ${key}`,
    name: state === 'Active' ? 'startTriggeredSend' : 'pauseTriggeredSend',
    ...(state === 'Active'
      ? { note: l10n.t('What is triggered from now on, and what is queued, goes out.') }
      : {}),
    body: of('UpdateRequest', [
      of('Options'),
      typed('Objects', 'TriggeredSendDefinition', [of('CustomerKey', key), of('TriggeredSendStatus', state)]),
    ]),
  };
}
