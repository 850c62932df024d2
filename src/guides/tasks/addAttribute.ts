/** Adds a profile attribute to all subscribers (best-practices row A4). */
import * as l10n from '@vscode/l10n';
import type { Guide } from '../guide.ts';
import { answer, anything, choice, partsOf, plainly, required, text } from '../questions.ts';
import { given, of, typed } from '../xml.ts';

export const addAttribute: Guide = {
  stage: 'before',
  title: l10n.t('Add a Profile Attribute'),
  description: l10n.t('A property that every subscriber of the account has'),
  questions: [
    text('name', l10n.t('Name'), l10n.t('As it is to be shown and used in e-mails'), {
      check: required,
      example: 'Shoe Size',
    }),
    choice('type', l10n.t('Type'), plainly('string', 'double', 'datetime', 'boolean')),
    choice('required', l10n.t('Must every subscriber have it?'), plainly('false', 'true')),
    text('default', l10n.t('Default'), l10n.t('For subscribers that have none; may be empty'), {
      check: anything,
    }),
    text('options', l10n.t('Allowed values'), l10n.t('Separated by commas; empty for any'), {
      check: anything,
    }),
  ],
  build: (answers) => {
    const options = partsOf(answers['options']);
    const items = options.map((option) => of('PicklistItem', [of('Label', option), of('Value', option)]));
    return [
      {
        title: l10n.t('Add the attribute {0}', answer(answers, 'name')),
        name: 'addAttribute',
        body: of('ConfigureRequestMsg', [
          of('Options'),
          of('Action', 'create'),
          of('Configurations', [
            typed('Configuration', 'PropertyDefinition', [
              of('Name', answer(answers, 'name')),
              of('PropertyType', answer(answers, 'type')),
              ...given('DefaultValue', answer(answers, 'default')),
              of('IsRequired', answer(answers, 'required')),
              ...(items.length === 0 ? [] : [of('IsRestrictedPicklist', 'true'), of('PicklistItems', items)]),
            ]),
          ]),
        ]),
      },
    ];
  },
};
