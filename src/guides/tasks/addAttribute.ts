/** Adds a profile attribute to all subscribers (best-practices row A4). */
import type { Guide } from '../guide.ts';
import { answer, anything, choice, partsOf, plainly, required, text } from '../questions.ts';
import { given, of, typed } from '../xml.ts';

export const addAttribute: Guide = {
  stage: 'Before the send',
  title: 'Add a Profile Attribute',
  description: 'A property that every subscriber of the account has',
  questions: [
    text('name', 'Name', 'As it is to be shown and used in e-mails', {
      check: required,
      example: 'Shoe Size',
    }),
    choice('type', 'Type', plainly('string', 'double', 'datetime', 'boolean')),
    choice('required', 'Must every subscriber have it?', plainly('false', 'true')),
    text('default', 'Default', 'For subscribers that have none; may be empty', { check: anything }),
    text('options', 'Allowed values', 'Separated by commas; empty for any', { check: anything }),
  ],
  build: (answers) => {
    const options = partsOf(answers['options']);
    const items = options.map((option) => of('PicklistItem', [of('Label', option), of('Value', option)]));
    return [
      {
        title: `Add the attribute ${answer(answers, 'name')}`,
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
