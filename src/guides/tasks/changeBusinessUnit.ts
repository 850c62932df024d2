/** Changes what is chosen of a business unit, and nothing else of it (best-practices row G2). */
import * as l10n from '@vscode/l10n';
import { accountElements, accountParts } from '../accountParts.ts';
import { change } from '../batches.ts';
import type { Answers, Guide } from '../guide.ts';
import { answer, choice, partsOf, pick, text } from '../questions.ts';
import { given, of } from '../xml.ts';
import { unsubscribeChoices } from './createBusinessUnit.ts';

const isChanged =
  (part: string) =>
  (answers: Answers): boolean =>
    partsOf(answers['parts']).includes(part);

export const changeBusinessUnit: Guide = {
  stage: 'accounts',
  title: l10n.t('Change a Business Unit'),
  description: l10n.t('Its name, address, sender or what unsubscribing means'),
  questions: [
    pick('businessUnit', 'businessUnits', l10n.t('Business unit')),
    choice(
      'parts',
      l10n.t('What is to be changed?'),
      [
        ...accountParts.map(({ element, title }) => ({ value: element, label: title })),
        { value: 'unsubscribe', label: l10n.t('What unsubscribing means') },
        { value: 'active', label: l10n.t('Whether it is active') },
      ],
      { many: true },
    ),
    ...accountParts.map(({ element, title, ...part }) =>
      text(element, title, part.prompt, { ...part, when: isChanged(element) }),
    ),
    choice('unsubscribe', l10n.t('Who unsubscribes there, unsubscribes from'), unsubscribeChoices, {
      when: isChanged('unsubscribe'),
    }),
    choice(
      'active',
      l10n.t('Is it active?'),
      [
        { value: '1', label: l10n.t('Active') },
        { value: '0', label: l10n.t('Inactive') },
      ],
      { when: isChanged('active') },
    ),
  ],
  build: (answers) => {
    const id = answer(answers, 'businessUnit');
    return [
      change(
        { title: l10n.t('Change the business unit {0}', id), name: 'changeBusinessUnit' },
        'BusinessUnit',
        [
          of('ID', id),
          // The schema wants it, though it cannot be changed.
          of('AccountType', 'BUSINESS_UNIT'),
          ...accountElements(answers),
          ...given('IsActive', answer(answers, 'active')),
          ...given('MasterUnsubscribeBehavior', answer(answers, 'unsubscribe')),
        ],
      ),
    ];
  },
};
