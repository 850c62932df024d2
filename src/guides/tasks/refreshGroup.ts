/** Counts anew who belongs to a group (best-practices row A13): an Execute, not a Perform. */
import type { Guide } from '../guide.ts';
import { answer, pick } from '../questions.ts';
import { of } from '../xml.ts';

export const refreshGroup: Guide = {
  stage: 'After the send',
  title: 'Refresh a Group',
  description: 'Counts anew who belongs to it',
  questions: [pick('group', 'groups', 'Group')],
  build: (answers) => [
    {
      title: `Refresh group ${answer(answers, 'group')}`,
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
