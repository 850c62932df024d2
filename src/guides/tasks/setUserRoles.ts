/** Sets which roles a user has, and which business units they hold in (best-practices row G2). */
import * as l10n from '@vscode/l10n';
import { change } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, partsOf, pick } from '../questions.ts';
import { equals, retrieve } from '../retrieve.ts';
import { of, type Xml } from '../xml.ts';

export const setUserRoles: Guide = {
  stage: 'accounts',
  title: l10n.t('Set the Roles of a User'),
  description: l10n.t('And the business units that the user works in; both replace what there was'),
  questions: [
    pick('user', 'users', l10n.t('User')),
    pick('roles', 'roles', l10n.t('Roles'), { many: true }),
    pick('businessUnits', 'businessUnits', l10n.t('Business units; none to leave them as they are'), {
      many: true,
    }),
  ],
  build: (answers) => {
    const key = answer(answers, 'user');
    const title = l10n.t('What {0} is', key);
    // An update has to say again who it is about, by more than the key.
    const found = (property: string): Xml => of(property, `{{user.response.body.//Results/${property}}}`);
    return [
      retrieve(
        { title, name: 'user' },
        { type: 'AccountUser', properties: ['CustomerKey', 'UserID', 'Name', 'Email'] },
        equals('CustomerKey', key),
      ),
      change({ title: l10n.t('Set the roles of {0}', key), name: 'setUserRoles' }, 'AccountUser', [
        of('CustomerKey', key),
        ...['UserID', 'Name', 'Email'].map(found),
        of('Delete', '0'),
        ...businessUnitsElement(answers['businessUnits']),
        ...rolesElement(answers['roles']),
      ]),
    ];
  },
};

/** @param mids joined as the answer to a pick of several is */
export function businessUnitsElement(mids: string | undefined): readonly Xml[] {
  const units = partsOf(mids).map((mid) =>
    of('BusinessUnit', [of('ID', mid), of('AccountType', 'BUSINESS_UNIT')]),
  );
  return units.length === 0 ? [] : [of('AssociatedBusinessUnits', units)];
}

export function rolesElement(keys: string | undefined): readonly Xml[] {
  const roles = partsOf(keys).map((key) => of('Role', [of('CustomerKey', key)]));
  return roles.length === 0 ? [] : [of('Roles', roles)];
}
