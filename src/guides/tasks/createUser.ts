/** Creates a user (best-practices rows F7, G2). The password is asked for when the request runs: no file ever has it. */
import * as l10n from '@vscode/l10n';
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, choice, emailAddress, partsOf, pick, required, text } from '../questions.ts';
import { of } from '../xml.ts';
import { businessUnitsElement, rolesElement } from './setUserRoles.ts';

const shortestUserId = 4;

export const createUser: Guide = {
  stage: 'accounts',
  title: l10n.t('Create a User'),
  description: l10n.t('Of the application or of the API, with business units and roles'),
  questions: [
    text('userId', l10n.t('User name'), l10n.t('What the user signs in with'), {
      check: (value) =>
        value.trim().length < shortestUserId
          ? l10n.t('A user name has at least {0} characters.', shortestUserId)
          : undefined,
      example: 'ana.admin',
    }),
    text('name', l10n.t('Name'), l10n.t('Of the person, or of the program'), {
      check: required,
      example: 'Ana Admin',
    }),
    text('email', l10n.t('E-mail address'), l10n.t('Where notifications go'), { check: emailAddress }),
    choice('use', l10n.t('Who signs in with it?'), [
      {
        value: 'person',
        label: l10n.t('A person'),
        description: l10n.t('chooses a password of their own at the first sign-in'),
      },
      {
        value: 'program',
        label: l10n.t('A program, by the API'),
        description: l10n.t('give each one its own, with no more rights than it needs'),
      },
    ]),
    pick('businessUnits', 'businessUnits', l10n.t('Business units; the first becomes the usual one'), {
      many: true,
    }),
    pick('roles', 'roles', l10n.t('Roles'), { many: true }),
  ],
  build: (answers) => {
    const userId = answer(answers, 'userId');
    const isProgram = answers['use'] === 'program';
    const [usual] = partsOf(answers['businessUnits']);
    const content = [
      of('CustomerKey', userId),
      of('UserID', userId),
      of('Password', '{{password}}'),
      of('Name', answer(answers, 'name')),
      of('Email', answer(answers, 'email')),
      of('MustChangePassword', String(!isProgram)),
      of('ActiveFlag', 'true'),
      of('Delete', '0'),
      of('IsAPIUser', String(isProgram)),
      of('NotificationEmailAddress', answer(answers, 'email')),
      ...(usual === undefined ? [] : [of('DefaultBusinessUnit', usual)]),
      ...businessUnitsElement(answers['businessUnits']),
      ...rolesElement(answers['roles']),
    ];
    const request = create(
      { title: l10n.t('Create the user {0}', userId), name: 'createUser' },
      'AccountUser',
      content,
    );
    const prompt = l10n.t(
      'Password of {0}: 12 characters or more, with digits and special characters',
      userId,
    );
    return [{ ...request, directives: [`prompt password ${prompt}`] }];
  },
};
