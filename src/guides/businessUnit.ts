/** In which business unit the requests of a guide run: asked where people and lists belong to one (best-practices row G2). */
import * as l10n from '@vscode/l10n';
import type { Answers } from './guide.ts';
import { pick } from './questions.ts';

/** Asked only in an org that has several. Empty for the one that the window works with, whichever that is then. */
export const businessUnitQuestion = pick('businessUnit', 'businessUnits', l10n.t('In which business unit?'), {
  skipsOne: true,
  arrange: (found) => [
    {
      value: '',
      label: l10n.t('The one of the window'),
      description: l10n.t('whichever that is when the request runs'),
    },
    ...found,
  ],
});

/** The directive that says so. */
export function runsIn(answers: Answers): { readonly directives?: readonly string[] } {
  const mid = answers['businessUnit'] ?? '';
  return mid === '' ? {} : { directives: [`bu ${mid}`] };
}
