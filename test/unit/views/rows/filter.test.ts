/** Filters of rows: text to the API's filter, and back. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filterOperators, type FilterNode } from '../../../../src/shared/rowFilter.ts';
import { where, and, or, type Filter } from '../../../../src/soap/pure.ts';
import { compileFilter } from '../../../../src/views/panels/rows/filter/compile.ts';
import { parseFilter } from '../../../../src/views/panels/rows/filter/parse.ts';
import { printFilter } from '../../../../src/views/panels/rows/filter/print.ts';
import { rowField, type RowField } from '../../../../src/views/panels/rows/rowField.ts';

const fields: readonly RowField[] = [
  ['Country', 'Text'],
  ['Age', 'Number'],
  ['Price', 'Decimal'],
  ['Born', 'Date'],
  ['Active', 'Boolean'],
  ["odd ]name[ 'x'", 'Text'],
  ['Order', 'Text'],
  ['größe_2', 'Text'],
].map(([name = '', type = ''], ordinal) =>
  rowField({ name, type, ordinal, isPrimaryKey: false, isRequired: false }),
);

function compiled(text: string): Filter | undefined {
  const parsed = parseFilter(text, fields);
  assert.ok('filter' in parsed, JSON.stringify(parsed));
  if (parsed.filter === undefined) return undefined;
  const result = compileFilter(parsed.filter, fields);
  assert.ok('filter' in result, JSON.stringify(result));
  return result.filter;
}

function problem(text: string): { message: string; at: string } {
  const parsed = parseFilter(text, fields);
  assert.ok('problem' in parsed, JSON.stringify(parsed));
  const { message, from, to } = parsed.problem;
  return { message, at: text.slice(from, to) };
}

describe('the filter of rows as text', () => {
  it('becomes the filter of the API', () => {
    const cases: readonly (readonly [string, Filter | undefined])[] = [
      ['', undefined],
      [
        "Country = 'DE' AND Age > 30",
        and(where('Country', 'equals', 'DE'), where('Age', 'greaterThan', '30')),
      ],
      ["country <> 'O''Neil'", where('Country', 'notEquals', "O'Neil")],
      [
        "Age>=1 and (Country='DE' or Country='FR' or Age is null)",
        and(
          where('Age', 'greaterThanOrEqual', '1'),
          or(where('Country', 'equals', 'DE'), where('Country', 'equals', 'FR'), where('Age', 'isNull')),
        ),
      ],
      ["[odd ]]name[ 'x'] IS NOT NULL", where("odd ]name[ 'x'", 'isNotNull')],
      ["Country IN ('DE', 'FR')", where('Country', 'IN', 'DE', 'FR')],
      ["Country IN ('DE')", where('Country', 'equals', 'DE')],
      ['Age BETWEEN -1 AND 2.5', where('Age', 'between', '-1', '2.5')],
      ["Country LIKE 'D%'", where('Country', 'beginsWith', 'D')],
      ["Country LIKE '%[%]'", where('Country', 'endsWith', '%')],
      ["Country NOT LIKE '%x%'", where('Country', 'notContains', 'x')],
      ['Active = TRUE', where('Active', 'equals', 'True')],
      ["Born > '2024-01-31'", where('Born', 'greaterThan', new Date('2024-01-31T06:00:00Z'))],
      ["Born > '1/31/2024 2:05:00 PM'", where('Born', 'greaterThan', new Date('2024-01-31T20:05:00Z'))],
      ["Born > '2024-01-31T10:00:00Z'", where('Born', 'greaterThan', new Date('2024-01-31T10:00:00Z'))],
      ["Born isAnniversary '2000-05-01'", where('Born', 'isAnniversary', new Date('2000-05-01T06:00:00Z'))],
      [
        "NOT (Age = 1 OR Country BETWEEN 'a' AND 'b')",
        and(
          where('Age', 'notEquals', '1'),
          or(where('Country', 'lessThan', 'a'), where('Country', 'greaterThan', 'b')),
        ),
      ],
    ];
    for (const [text, filter] of cases) assert.deepEqual(compiled(text), filter, text);
  });

  it('says what is wrong, and where', () => {
    const cases: readonly (readonly [string, RegExp, string])[] = [
      ["Contry = 'DE'", /no column Contry.*Country/, 'Contry'],
      ["Age = 'thirty'", /“thirty” is not a number, which Age holds/, "Age = 'thirty'"],
      ["Born > '2024-02-30'", /is not a date/, "Born > '2024-02-30'"],
      ["Country = 'DE", /no end: ' is missing/, "'DE"],
      ["Country = 'DE' Age", /AND, OR or the end/, 'Age'],
      ['(Age = 1', /A \) is missing/, ''],
      ["Country LIKE 'a%b'", /Rows take no LIKE but/, "'a%b'"],
      ['Country = NULL', /write IS NULL/, 'NULL'],
      ["Age isAnniversary '2000-05-01'", /needs a column of dates/, "Age isAnniversary '2000-05-01'"],
      ["NOT Country LIKE 'a%'", /no opposite/, 'NOT'],
      ['Age ! 1', /no meaning/, '!'],
    ];
    for (const [text, message, at] of cases) {
      const found = problem(text);
      assert.match(found.message, message, text);
      assert.equal(found.at, at, text);
    }
  });

  it('is written from any filter that can be built, and reads back as the same', () => {
    const condition = fc
      .tuple(
        fc.constantFrom(...fields),
        fc.constantFrom(...filterOperators),
        fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
      )
      .map(([field, { name: operator, values: count, datesOnly }, texts]): FilterNode => {
        const column = datesOnly === true ? 'Born' : field.name;
        const kind = fields.find(({ name }) => name === column)?.kind;
        const isText = /InString|Contains|contains|Word|beginsWith|endsWith/.test(operator);
        const value = (text: string, index: number): string => {
          if (isText || kind === 'text') return text;
          if (kind === 'date') return `2024-0${String(index + 1)}-01`;
          return kind === 'boolean' ? (index === 0 ? 'TRUE' : 'FALSE') : String(text.length - index / 2);
        };
        const size = count === 'some' ? texts.length : count;
        return {
          column,
          operator,
          values: Array.from({ length: size }, (_, index) => value(texts[index] ?? 'x', index)),
        };
      });
    const { node } = fc.letrec<{ node: FilterNode }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        condition,
        fc.record(
          {
            logic: fc.constantFrom('AND' as const, 'OR' as const),
            items: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
          },
          { noNullPrototype: true },
        ),
      ),
    }));
    fc.assert(
      fc.property(node, (filter) => {
        const text = printFilter(filter, fields);
        assert.deepEqual(parseFilter(text, fields), { filter }, text);
      }),
    );
  });
});
