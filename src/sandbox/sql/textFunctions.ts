/** The functions of texts. A new one is a row here. */
import { formatDate } from './dateStyles.ts';
import { placeLike, withoutEscape } from './like.ts';
import { beyond, SqlProblem } from './problem.ts';
import { number, strict, text, type SqlFunction } from './sqlFunction.ts';
import { bounded, longestText, textOf, tooLong } from './values.ts';

const ofText = (change: (value: string) => string): SqlFunction =>
  strict('text', [1, 1], (values) => change(text(values, 0)));

/** No text of a query is longer. */
const longest = 8000;

function repeated(value: string, count: number): string | null {
  return count < 0
    ? null
    : value.repeat(Math.min(count, Math.ceil(longest / Math.max(1, value.length)))).slice(0, longest);
}

/** Without regard to case, as SQL Server has it. @throws SqlProblem as {@link bounded} does. */
function replaced(whole: string, sought: string, by: string): string {
  if (sought === '') return whole;
  const escaped = sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  let left = bounded(whole).length;
  return whole.replace(new RegExp(escaped, 'gi'), (found) => {
    left += by.length - found.length;
    if (left > longestText) throw tooLong();
    return by;
  });
}

export const textFunctions: readonly (readonly [string, SqlFunction])[] = [
  ['UPPER', ofText((value) => value.toUpperCase())],
  ['LOWER', ofText((value) => value.toLowerCase())],
  ['TRIM', ofText((value) => value.trim())],
  ['LTRIM', ofText((value) => value.trimStart())],
  ['RTRIM', ofText((value) => value.trimEnd())],
  ['REVERSE', ofText((value) => Array.from(value).reverse().join(''))],
  ['LEN', strict('integer', [1, 1], (values) => text(values, 0).trimEnd().length)],
  ['LEFT', strict('text', [2, 2], (values) => text(values, 0).slice(0, Math.max(0, number(values, 1))))],
  [
    'RIGHT',
    strict('text', [2, 2], (values) => {
      const whole = text(values, 0);
      return whole.slice(Math.max(0, whole.length - Math.max(0, number(values, 1))));
    }),
  ],
  [
    'SUBSTRING',
    strict('text', [3, 3], (values) => {
      const from = number(values, 1) - 1;
      return text(values, 0).slice(Math.max(0, from), Math.max(0, from + number(values, 2)));
    }),
  ],
  [
    'STUFF',
    strict('text', [4, 4], (values) => {
      const [whole, from, count] = [text(values, 0), number(values, 1) - 1, number(values, 2)];
      if (from < 0 || count < 0 || from >= whole.length) return null;
      return bounded(whole.slice(0, from) + text(values, 3) + whole.slice(from + count));
    }),
  ],
  [
    'REPLACE',
    strict('text', [3, 3], (values) => replaced(text(values, 0), text(values, 1), text(values, 2))),
  ],
  ['REPLICATE', strict('text', [2, 2], (values) => repeated(text(values, 0), number(values, 1)))],
  ['SPACE', strict('text', [1, 1], (values) => repeated(' ', number(values, 0)))],
  ['CHAR', strict('text', [1, 1], (values) => String.fromCharCode(number(values, 0)))],
  ['NCHAR', strict('text', [1, 1], (values) => String.fromCharCode(number(values, 0)))],
  [
    'ASCII',
    strict('integer', [1, 1], (values) => (text(values, 0) === '' ? null : text(values, 0).charCodeAt(0))),
  ],
  [
    'CHARINDEX',
    strict('integer', [2, 3], (values) => {
      const from = Math.max(0, (values.length > 2 ? number(values, 2) : 1) - 1);
      return text(values, 1).toLowerCase().indexOf(text(values, 0).toLowerCase(), from) + 1;
    }),
  ],
  ['PATINDEX', strict('integer', [2, 2], (values) => placeLike(text(values, 1), text(values, 0)))],
  // No name that can be written: what LIKE … ESCAPE is read as.
  [
    'LIKE ESCAPE',
    strict('text', [2, 2], (values) => {
      const escape = text(values, 1);
      if (escape.length === 1) return withoutEscape(text(values, 0), escape);
      throw new SqlProblem(`The invalid escape character "${escape}" was specified in a LIKE predicate.`);
    }),
  ],
  [
    'CONCAT',
    {
      type: 'text',
      count: [2, 254],
      call: (values) => bounded(values.map((value) => (value === null ? '' : textOf(value))).join('')),
    },
  ],
  [
    'FORMAT',
    strict('text', [2, 3], ([value, pattern]) => {
      if (!(value instanceof Date)) throw beyond('FORMAT of anything but dates');
      return formatDate(value, textOf(pattern ?? ''));
    }),
  ],
];
