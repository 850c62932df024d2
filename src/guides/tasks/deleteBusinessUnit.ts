/** Deletes a business unit (best-practices row G2). */
import * as l10n from '@vscode/l10n';
import type { Guide } from '../guide.ts';
import { answer, pick } from '../questions.ts';
import { of, typed } from '../xml.ts';

export const deleteBusinessUnit: Guide = {
  stage: 'accounts',
  title: l10n.t('Delete a Business Unit'),
  description: l10n.t('With all that it owns'),
  questions: [pick('businessUnit', 'businessUnits', l10n.t('Business unit'))],
  build: (answers) => {
    const id = answer(answers, 'businessUnit');
    return [
      {
        title: l10n.t('Delete the business unit {0}', id),
        name: 'deleteBusinessUnit',
        note: l10n.t('The business unit {0} goes with all that it owns, and does not come back.', id),
        body: of('DeleteRequest', [
          of('Options'),
          typed('Objects', 'BusinessUnit', [of('ID', id), of('AccountType', 'BUSINESS_UNIT')]),
        ]),
      },
    ];
  },
};
