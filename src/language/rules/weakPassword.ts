/** F7: a user's password is long and not to be guessed. What it is, is never said again. */
import type { XmlElementNode } from '../xml/node.ts';
import type { Rule } from './rule.ts';
import { textAt, valueOf } from '../subject/elements.ts';

const shortest = 12;

/** What people type first, and what every guesser tries first. */
const predictable = /passw|welcome|qwert|letmein|admin|secret|changeme|1234|abcd|(.)\1{3}/i;

export const weakPassword: Rule = {
  code: 'weak-password',
  rows: ['F7'],
  title: 'Strong passwords for users of the API',
  severity: 'warning',
  checkPart: ({ elements }) =>
    elements.flatMap(({ element, name, parent }) => {
      if (name !== 'Password' || parent?.type !== 'AccountUser') return [];
      const { text, range, isDynamic } = valueOf(element);
      const weaknesses = isDynamic || text === '' ? [] : weaknessesOf(text, parent.element);
      if (weaknesses.length === 0) return [];
      return [
        {
          message: `This password ${weaknesses.join(', ')}. Make it long, with digits and special characters, and change it from time to time.`,
          range,
        },
      ];
    }),
};

function weaknessesOf(password: string, user: XmlElementNode): string[] {
  const known = ['UserID', 'Name', 'Email', 'CustomerKey']
    .flatMap((name) => (textAt(user, name) ?? '').toLowerCase().split(/[\s@._-]+/))
    .filter((part) => part.length > 3);
  const checks: readonly (readonly [boolean, string])[] = [
    [password.length < shortest, `is shorter than ${String(shortest)} characters`],
    [!/\d/.test(password), 'has no digit'],
    [/^[\p{L}\d]*$/u.test(password), 'has no special character'],
    [
      predictable.test(password) || known.some((part) => password.toLowerCase().includes(part)),
      'can be guessed',
    ],
  ];
  return checks.filter(([isSo]) => isSo).map(([, words]) => words);
}
