/** Counts anew who belongs to a group (best-practices row A13): an Execute, not a Perform. */
import * as l10n from '@vscode/l10n';
import type { Guide } from '../guide.ts';
import { answer, pick } from '../questions.ts';
import { of } from '../xml.ts';

export const refreshGroup: Guide = {
  stage: 'after',
  title: l10n.t('Refresh a Group'),
  description: l10n.t('Counts anew who belongs to it'),
  questions: [pick('group', 'groups', l10n.t('Group'))],
  build: (answers) => [
    {
      title: l10n.t('Refresh group {0}', answer(answers, 'group')),
      name: 'refreshGroup',
      body: of('ExecuteRequestMsg', [
        of('Requests', [
          of('Name', 'RefreshGroup'),
          of('Parameters', [of('Name', 'ID'), of('Value', answer(answers, 'group'))]),
        ]),
      ]),
    },
  ],
};
