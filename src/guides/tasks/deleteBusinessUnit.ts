/** Deletes a business unit (best-practices row G2). */
import type { Guide } from '../guide.ts';
import { answer, pick } from '../questions.ts';
import { of, typed } from '../xml.ts';

export const deleteBusinessUnit: Guide = {
  stage: 'Accounts and users',
  title: 'Delete a Business Unit',
  description: 'With all that it owns',
  questions: [pick('businessUnit', 'businessUnits', 'Business unit')],
  build: (answers) => {
    const id = answer(answers, 'businessUnit');
    return [
      {
        title: `Delete the business unit ${id}`,
        name: 'deleteBusinessUnit',
        note: `The business unit ${id} goes with all that it owns, and does not come back.`,
        body: of('DeleteRequest', [
          of('Options'),
          typed('Objects', 'BusinessUnit', [of('ID', id), of('AccountType', 'BUSINESS_UNIT')]),
        ]),
      },
    ];
  },
};
