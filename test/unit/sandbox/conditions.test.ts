/** Each of the 22 operators, on every kind of value it suits. */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../src/catalogue/index.ts';
import { conditionOf } from '../../../src/sandbox/retrieve/condition.ts';
import { operators } from '../../../src/sandbox/retrieve/operators.ts';
import type { Scalar, ValueKind } from '../../../src/sandbox/retrieve/rows.ts';

function holds(kind: ValueKind, value: Scalar, operator: string, ...operands: string[]): boolean {
  const condition = conditionOf(kind, operator, operands);
  if (typeof condition === 'string') assert.fail(condition);
  return condition(value);
}

const may16 = new Date(Date.UTC(2030, 4, 16, 18));

describe('sandbox filter conditions', () => {
  it('knows every operator of the schema and no other', () => {
    assert.deepEqual([...operators.keys()], shippedCatalogue.enumeration('SimpleOperators'));
  });

  const table: readonly (readonly [
    ValueKind,
    string,
    readonly string[],
    readonly Scalar[],
    readonly Scalar[],
  ])[] = [
    ['text', 'equals', ['Anna'], ['Anna', 'anna'], ['Ann', '', null]],
    ['number', 'equals', ['7'], [7, '7', '7.0'], [8, null]],
    ['boolean', 'equals', ['true'], [true, 'True', '1'], [false, 'False', null]],
    ['date', 'equals', ['2030-05-16T12:00:00'], [may16, '5/16/2030 12:00:00 PM'], [new Date(0), null]],
    ['text', 'notEquals', ['a'], ['b', ''], ['A', null]],
    ['number', 'notEquals', ['7'], [8], [7, null]],
    ['number', 'greaterThan', ['7'], [8, '10'], [7, 6, null]],
    ['text', 'greaterThan', ['m'], ['n', 'N'], ['M', 'a']],
    ['date', 'greaterThan', ['2030-05-16T17:59:59Z'], [may16], [new Date(0)]],
    ['number', 'lessThan', ['7'], [6, '-1'], [7, 8, null]],
    ['text', 'isNull', [], [null], ['', 'x']],
    ['text', 'isNull', ['ignored'], [null], ['ignored']],
    ['text', 'isNotNull', [], ['', 'x'], [null]],
    ['number', 'greaterThanOrEqual', ['7'], [7, 8], [6, null]],
    ['number', 'lessThanOrEqual', ['7'], [7, 6], [8, null]],
    ['number', 'between', ['3', '5'], [3, 4, 5], [2, 6, null]],
    ['date', 'between', ['2030-05-16T00:00:00', '5/17/2030'], [may16], [new Date(0)]],
    ['text', 'between', ['b', 'd'], ['b', 'C', 'd'], ['a', 'da']],
    ['text', 'IN', ['a', 'b'], ['A', 'b'], ['c', null]],
    ['number', 'IN', ['1', '2'], [1, '2'], [3]],
    ['text', 'like', ['%or%'], ['Orders', 'order', 'for'], ['o r', null]],
    ['text', 'like', ['a_c'], ['abc', 'AXC'], ['ac', 'abbc']],
    ['text', 'like', ['a%b%c'], ['abc', 'a-b-b-c'], ['acb']],
    ['text', 'like', ['50.5'], ['50.5'], ['5015']],
    ['number', 'like', ['1%'], [1, 12], [21]],
    ['text', 'existsInString', ['ell'], ['Hello', 'ELL'], ['hel']],
    ['text', 'existsInStringAsAWord', ['cat'], ['a cat!', 'Cat'], ['concat', 'cats']],
    ['text', 'notExistsInString', ['x'], ['abc'], ['axb', null]],
    ['text', 'beginsWith', ['ab'], ['abc', 'AB'], ['cab']],
    ['text', 'endsWith', ['bc'], ['abc', 'BC'], ['bca']],
    ['text', 'contains', ['b'], ['abc', 'B'], ['ac']],
    ['text', 'notContains', ['b'], ['ac'], ['abc', null]],
    ['date', 'isAnniversary', ['1999-05-16T00:00:00'], [may16, '5/16/1970'], ['5/17/2030', null]],
    ['date', 'isNotAnniversary', ['1999-05-16T00:00:00'], ['5/17/2030'], [may16, null]],
    ['date', 'greaterThanAnniversary', ['1999-05-16T00:00:00'], ['5/17/1950'], [may16, '5/15/2050']],
    ['date', 'lessThanAnniversary', ['1999-05-16T00:00:00'], ['5/15/2050'], [may16, '5/17/1950']],
  ];
  for (const [kind, operator, operands, yes, no] of table) {
    it(`${operator} on ${kind} ${operands.join(', ')}`, () => {
      for (const value of yes)
        assert.ok(holds(kind, value, operator, ...operands), `${String(value)} is let go`);
      for (const value of no)
        assert.ok(!holds(kind, value, operator, ...operands), `${String(value)} is kept`);
    });
  }

  it('tests every operator in this file', () => {
    const tested = new Set(table.map(([, operator]) => operator));
    assert.deepEqual(
      [...operators.keys()].filter((name) => !tested.has(name)),
      [],
    );
  });

  it('refuses the wrong number of values', () => {
    const refusals = [
      conditionOf('text', 'equals', []),
      conditionOf('text', 'equals', ['a', 'b']),
      conditionOf('number', 'between', ['1']),
      conditionOf('text', 'IN', ['a']),
      conditionOf('text', 'IN', []),
    ];
    // The first is recorded, with the name of its operator.
    assert.equal(refusals[0], 'Invalid argument for the equals operator. Filter array cannot be null.');
    for (const refusal of refusals) assert.equal(typeof refusal, 'string');
  });

  it('refuses values of another kind', () => {
    assert.match(String(conditionOf('number', 'equals', ['seven'])), /^Conversion failed.*'seven'.*int/);
    assert.match(String(conditionOf('date', 'greaterThan', ['soon'])), /^Conversion failed.*datetime/);
    assert.match(String(conditionOf('boolean', 'equals', ['maybe'])), /^Conversion failed.*bit/);
    assert.match(String(conditionOf('text', 'isAnniversary', ['2030-01-01'])), /not a date/);
  });

  it('matches patterns in bounded time', () => {
    const condition = conditionOf('text', 'like', [`${'%a'.repeat(40)}%b`]);
    assert.ok(typeof condition === 'function');
    assert.equal(condition('a'.repeat(4000)), false);
  });
});
