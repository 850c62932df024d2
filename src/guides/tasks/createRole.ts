/** Creates a role with what it permits (best-practices rows F4, G2). */
import { create } from '../batches.ts';
import type { Guide } from '../guide.ts';
import { answer, anything, pairs, pairsOf, required, requiredKey, text } from '../questions.ts';
import { given, of, type Xml } from '../xml.ts';

export const createRole: Guide = {
  stage: 'Accounts and users',
  title: 'Create a Role',
  description: 'With the permissions that it gives to users',
  questions: [
    text('name', 'Name', 'What the role is called', { check: required, example: 'Sender' }),
    text('key', 'Customer key', 'What programs know it by', { check: requiredKey, example: 'role-sender' }),
    text('description', 'Description', 'May be empty', { check: anything }),
    text('permissions', 'Permissions', 'Object=Operation, separated by commas; no more than its users need', {
      check: (value) => required(value) ?? pairs(value),
      example: 'Email=Create, Email=Update, List=Create',
    }),
  ],
  build: (answers) => [
    create({ title: `Create the role ${answer(answers, 'name')}`, name: 'createRole' }, 'Role', [
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
