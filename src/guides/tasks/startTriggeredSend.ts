/** Starts, pauses or refreshes a triggered send definition (best-practices row A11). */
import type { Guide, GuideRequest } from '../guide.ts';
import { answer, choice, pick } from '../questions.ts';
import { of, typed } from '../xml.ts';

export const startTriggeredSend: Guide = {
  stage: 'The send',
  title: 'Start or Pause a Triggered Send',
  description: 'An active definition sends what is triggered; an inactive one holds it back',
  questions: [
    pick('definition', 'triggeredSendDefinitions', 'Triggered send definition'),
    choice('state', 'What is it to do?', [
      { value: 'Active', label: 'Send', description: 'what is queued goes out too' },
      { value: 'Inactive', label: 'Hold back', description: 'needed before its content can be changed' },
    ]),
  ],
  build: (answers) => [setState(answer(answers, 'definition'), answer(answers, 'state'))],
};

/** The request that makes a definition `Active` or `Inactive`. */
export function setState(key: string, state: string): GuideRequest {
  return {
    title: `${state === 'Active' ? 'Start' : 'Pause'} ${key}`,
    name: state === 'Active' ? 'startTriggeredSend' : 'pauseTriggeredSend',
    ...(state === 'Active' ? { note: 'What is triggered from now on, and what is queued, goes out.' } : {}),
    body: of('UpdateRequest', [
      of('Options'),
      typed('Objects', 'TriggeredSendDefinition', [of('CustomerKey', key), of('TriggeredSendStatus', state)]),
    ]),
  };
}
