/** Creates an account for a client of an agency (best-practices row G3). */
import { accountElements, accountQuestions } from '../accountParts.ts';
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, choice, pick } from '../questions.ts';
import { of } from '../xml.ts';

export const createAgencyClient: Guide = {
  stage: 'Accounts and users',
  title: 'Create an Agency Client',
  description: 'An account of a client, below that of the agency',
  questions: [
    pick('parent', 'businessUnits', 'Account of the agency'),
    choice('type', 'Type of the account', [
      { value: 'PRO_CONNECT_CLIENT', label: 'Client of an agency' },
      { value: 'LP_MEMBER', label: 'Member with lock and publish' },
      { value: 'DOTO_MEMBER', label: 'Member of an On-Your-Behalf account' },
    ]),
    ...accountQuestions,
  ],
  build: (answers) => {
    const parent = answer(answers, 'parent');
    const naming = { title: `Create the client ${answer(answers, 'Name')}`, name: 'createAgencyClient' };
    const content = [
      of('CustomerKey', answer(answers, 'key')),
      of('AccountType', answer(answers, 'type')),
      of('ParentID', parent),
      ...accountElements(answers),
      of('IsActive', '1'),
      of('IsTestAccount', 'false'),
    ];
    return [{ ...create(naming, 'Account', content), directives: [`bu ${parent}`] }];
  },
};
