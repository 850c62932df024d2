/** Creates a business unit below another account (best-practices row G2). */
import { accountElements, accountQuestions } from '../accountParts.ts';
import { create } from '../batches.ts';
import type { Choice, Guide } from '../guide.ts';
import { answer, choice, pick } from '../questions.ts';
import { of } from '../xml.ts';

/** What unsubscribing there means elsewhere. */
export const unsubscribeChoices: readonly Choice[] = [
  { value: 'BUSINESS_UNIT_ONLY', label: 'Its own mail only' },
  { value: 'ENTIRE_ENTERPRISE', label: 'All mail of the enterprise' },
];

export const createBusinessUnit: Guide = {
  stage: 'Accounts and users',
  title: 'Create a Business Unit',
  description: 'Below the enterprise or another business unit',
  questions: [
    pick('parent', 'businessUnits', 'Below which account?'),
    ...accountQuestions,
    choice('unsubscribe', 'Who unsubscribes there, unsubscribes from', unsubscribeChoices),
  ],
  build: (answers) => {
    const parent = answer(answers, 'parent');
    const naming = {
      title: `Create the business unit ${answer(answers, 'Name')}`,
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
