/** Creates a business unit below another account (best-practices row G2). */
import * as l10n from '@vscode/l10n';
import { accountElements, accountQuestions } from '../accountParts.ts';
import { create } from '../batches.ts';
import type { Choice, Guide } from '../guide.ts';
import { answer, choice, pick } from '../questions.ts';
import { of } from '../xml.ts';

/** What unsubscribing there means elsewhere. */
export const unsubscribeChoices: readonly Choice[] = [
  { value: 'BUSINESS_UNIT_ONLY', label: l10n.t('Its own mail only') },
  { value: 'ENTIRE_ENTERPRISE', label: l10n.t('All mail of the enterprise') },
];

export const createBusinessUnit: Guide = {
  stage: 'accounts',
  title: l10n.t('Create a Business Unit'),
  description: l10n.t('Below the enterprise or another business unit'),
  questions: [
    pick('parent', 'businessUnits', l10n.t('Below which account?')),
    ...accountQuestions,
    choice('unsubscribe', l10n.t('Who unsubscribes there, unsubscribes from'), unsubscribeChoices),
  ],
  build: (answers) => {
    const parent = answer(answers, 'parent');
    const naming = {
      title: l10n.t('Create the business unit {0}', answer(answers, 'Name')),
      name: 'createBusinessUnit',
    };
    const content = [
      of('CustomerKey', answer(answers, 'key')),
      of('AccountType', 'BUSINESS_UNIT'),
      of('ParentID', parent),
      ...accountElements(answers),
      of('IsActive', '1'),
      of('MasterUnsubscribeBehavior', answer(answers, 'unsubscribe')),
    ];
    // Only the account above can make it.
    return [{ ...create(naming, 'BusinessUnit', content), directives: [`bu ${parent}`] }];
  },
};
