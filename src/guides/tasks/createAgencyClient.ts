/** Creates an account for a client of an agency (best-practices row G3). */
import * as l10n from '@vscode/l10n';
import { accountElements, accountQuestions } from '../accountParts.ts';
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, choice, pick } from '../questions.ts';
import { of } from '../xml.ts';

export const createAgencyClient: Guide = {
  stage: 'accounts',
  title: l10n.t('Create an Agency Client'),
  description: l10n.t('An account of a client, below that of the agency'),
  questions: [
    pick('parent', 'businessUnits', l10n.t('Account of the agency')),
    choice('type', l10n.t('Type of the account'), [
      { value: 'PRO_CONNECT_CLIENT', label: l10n.t('Client of an agency') },
      { value: 'LP_MEMBER', label: l10n.t('Member with lock and publish') },
      { value: 'DOTO_MEMBER', label: l10n.t('Member of an On-Your-Behalf account') },
    ]),
    ...accountQuestions,
  ],
  build: (answers) => {
    const parent = answer(answers, 'parent');
    const naming = {
      title: l10n.t('Create the client {0}', answer(answers, 'Name')),
      name: 'createAgencyClient',
    };
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
