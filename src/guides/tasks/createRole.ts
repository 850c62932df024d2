/** Creates a role with what it permits (best-practices rows F4, G2). */
import * as l10n from '@vscode/l10n';
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, anything, pairs, pairsOf, required, requiredKey, text } from '../questions.ts';
import { given, of, type Xml } from '../xml.ts';

export const createRole: Guide = {
  stage: 'accounts',
  title: l10n.t('Create a Role'),
  description: l10n.t('With the permissions that it gives to users'),
  questions: [
    text('name', l10n.t('Name'), l10n.t('What the role is called'), { check: required, example: 'Sender' }),
    text('key', l10n.t('Customer key'), l10n.t('What programs know it by'), {
      check: requiredKey,
      example: 'role-sender',
    }),
    text('description', l10n.t('Description'), l10n.t('May be empty'), { check: anything }),
    text(
      'permissions',
      l10n.t('Permissions'),
      l10n.t('Object=Operation, separated by commas; no more than its users need'),
      {
        check: (value) => required(value) ?? pairs(value),
        example: 'Email=Create, Email=Update, List=Create',
      },
    ),
  ],
  build: (answers) => [
    create({ title: l10n.t('Create the role {0}', answer(answers, 'name')), name: 'createRole' }, 'Role', [
      of('CustomerKey', answer(answers, 'key')),
      of('Name', answer(answers, 'name')),
      ...given('Description', answer(answers, 'description')),
      of('IsPrivate', 'false'),
      of('PermissionSets', permissionSets(answers['permissions'])),
    ]),
  ],
};

/** One set for each object, in the order in which they are named first. */
function permissionSets(notation: string | undefined): readonly Xml[] {
  const operations = new Map<string, string[]>();
  for (const [object, operation] of pairsOf(notation)) {
    operations.set(object, [...(operations.get(object) ?? []), operation]);
  }
  return [...operations].map(([object, allowed]) =>
    of('PermissionSet', [
      of('Name', object),
      of('IsAllowed', 'true'),
      of(
        'Permissions',
        allowed.map((operation) =>
          of('Permission', [of('ObjectType', object), of('Operation', operation), of('IsAllowed', 'true')]),
        ),
      ),
    ]),
  );
}
