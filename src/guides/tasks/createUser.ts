/** Creates a user (best-practices rows F7, G2). The password is asked for when the request runs: no file ever has it. */
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, choice, emailAddress, partsOf, pick, required, text } from '../questions.ts';
import { of } from '../xml.ts';
import { businessUnitsElement, rolesElement } from './setUserRoles.ts';

const shortestUserId = 4;

export const createUser: Guide = {
  stage: 'Accounts and users',
  title: 'Create a User',
  description: 'Of the application or of the API, with business units and roles',
  questions: [
    text('userId', 'User name', 'What the user signs in with', {
      check: (value) =>
        value.trim().length < shortestUserId
          ? `A user name has at least ${String(shortestUserId)} characters.`
          : undefined,
      example: 'ana.admin',
    }),
    text('name', 'Name', 'Of the person, or of the program', { check: required, example: 'Ana Admin' }),
    text('email', 'E-mail address', 'Where notifications go', { check: emailAddress }),
    choice('use', 'Who signs in with it?', [
      {
        value: 'person',
        label: 'A person',
        description: 'chooses a password of their own at the first sign-in',
      },
      {
        value: 'program',
        label: 'A program, by the API',
        description: 'give each one its own, with no more rights than it needs',
      },
    ]),
    pick('businessUnits', 'businessUnits', 'Business units; the first becomes the usual one', { many: true }),
    pick('roles', 'roles', 'Roles', { many: true }),
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
      { title: `Create the user ${userId}`, name: 'createUser' },
      'AccountUser',
      content,
    );
    const prompt = `prompt password Password of ${userId}: 12 characters or more, with digits and special characters`;
    return [{ ...request, directives: [prompt] }];
  },
};
