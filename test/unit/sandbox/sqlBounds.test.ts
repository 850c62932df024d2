/** Whatever a query is, it is run or refused as a query: nothing of it is an error of the sandbox, or without end. */
import assert from 'node:assert/strict';
import { functions } from '../../../src/sandbox/sql/functions.ts';
import { SqlProblem } from '../../../src/sandbox/sql/problem.ts';
import { refused, rowsLookedAt, select, table } from './sqlTables.ts';

/** Values that functions may trip over. */
const awkward = [
  ...['NULL', '0', '-1', '2.5', '1e308', '99999999999', "''", "'abc'", "'x y'", "'%'", "'['", "'%[z-a%'"],
  ...["'[z-a]'", "'yyyy'", 'day', 'year', 'GETDATE()', "'2030-01-01'", "CAST('9999-12-31' AS date)"],
  ...['DATEADD(year, 300000, GETDATE())', 'DATEADD(day, 1e300, GETDATE())'],
];

/** Runs a query of which only that it ends is asked, well or as a problem of the query. */
function survive(sql: string): void {
  try {
    select(sql);
  } catch (error) {
    assert.ok(error instanceof SqlProblem, `${sql.slice(0, 200)}: ${String(error)}`);
  }
}

function* lists(length: number): Iterable<readonly string[]> {
  if (length === 0) yield [];
  else for (const rest of lists(length - 1)) for (const value of awkward) yield [...rest, value];
}

describe('sandbox SQL, whatever it is given', () => {
  it('calls every function with every awkward value', function () {
    this.timeout(60_000);
    for (const [name, { count }] of functions) {
      for (let length = count[0]; length <= Math.min(count[1], 2); length++) {
        for (const values of lists(length)) survive(`SELECT ${name}(${values.join(', ')})`);
      }
      for (const value of count[0] <= 3 && count[1] >= 3 ? awkward : []) {
        for (const place of [0, 1, 2]) {
          survive(`SELECT ${name}(${["'abc'", '1', '1'].with(place, value).join(', ')})`);
        }
      }
    }
  });

  it('converts, compares and computes with them', () => {
    for (const [left = '', right = ''] of lists(2)) {
      for (const operator of ['+', '-', '*', '/', '%', '||']) survive(`SELECT ${left} ${operator} ${right}`);
      survive(`SELECT 1 AS a WHERE ${left} LIKE ${right}`);
      survive(`SELECT CAST(${left} AT TIME ZONE ${right} AS varchar(40))`);
    }
    for (const value of awkward) {
      for (const type of ['varchar(3)', 'int', 'bit', 'decimal(3,2)', 'datetime', 'date']) {
        survive(`SELECT CAST(${value} AS ${type})`);
        for (const style of [0, 101, 120, 126, 999])
          survive(`SELECT CONVERT(${type}, ${value}, ${String(style)})`);
      }
    }
  });

  it('numbers and sums over any part', () => {
    const calls = [
      ...['ROW_NUMBER()', 'NTILE(0)', 'NTILE(NULL)', "NTILE('x')", 'NTILE()', 'LAG()', 'LAG(Id, 1.5)'],
      ...[
        "LAG(Id, 'x')",
        'LEAD(Age, 1e300)',
        'FIRST_VALUE()',
        'SUM(Id)',
        'SUM(Joined)',
        'SUM()',
        'VAR(Joined)',
      ],
    ];
    for (const call of calls) {
      for (const over of ['', 'OVER ()', 'OVER (PARTITION BY City ORDER BY Joined DESC)']) {
        survive(`SELECT ${call} ${over} AS x FROM People`);
        survive(`SELECT City, ${call} ${over} AS x FROM People GROUP BY City`);
        survive(`SELECT Id FROM People WHERE ${call} ${over} > 1`);
      }
    }
  });

  it('is not nested deeper than the sandbox goes, which SQL Server has words for', () => {
    const deep = /^Some part of your SQL statement is nested too deeply\./;
    for (const [open, inside, close] of [
      ['(', '1', ')'],
      ['UPPER(', "'a'", ')'],
      ['CASE WHEN 1 = 1 THEN ', '1', ' END'],
      ['(SELECT ', '1', ')'],
      ['1 + ', '1', ''],
      ['- ', '1', ''],
    ] as const) {
      const nested = (depth: number): string => `SELECT ${open.repeat(depth)}${inside}${close.repeat(depth)}`;
      survive(nested(30));
      assert.match(refused(nested(20_000)).message, deep, open);
    }
    const many = (count: number): string => Array.from({ length: count }, () => "Id = 'b'").join(' OR ');
    assert.equal(select(`SELECT Id FROM People WHERE ${many(20_000)} AND NOT Id = 'a'`), 'b');
  });

  it('makes no text that the memory has no room for', () => {
    const long = /^The query makes a text of more than 1000000 characters\.$/;
    let grown = "REPLICATE('a', 8000)";
    for (let times = 0; times < 3; times++) grown = `REPLACE(${grown}, 'A', REPLICATE('a', 8000))`;
    assert.match(refused(`SELECT LEN(${grown})`).message, long);
    for (const [open, between, close] of [
      ['CONCAT(', ', ', ')'],
      ['(', ' + ', ')'],
    ] as const) {
      let doubled = "REPLICATE('a', 8000)";
      for (let times = 0; times < 8; times++) doubled = `${open}${doubled}${between}${doubled}${close}`;
      assert.match(refused(`SELECT LEN(${doubled})`).message, long);
    }
    assert.equal(select("SELECT LEN(REPLACE(REPLICATE('a', 1000), 'A', 'xyz'))"), '3000');
  });

  it('sums up to each row in a time that grows as the rows do', () => {
    const count = 100_000;
    const rows = Array.from({ length: count }, (_, index) => [index]);
    const many = table({ N: 'integer' }, ...rows);
    const startedAt = process.cpuUsage().user;
    const sums = select('SELECT SUM(N) OVER (ORDER BY N) AS S FROM Many', { many }).split(' ');
    assert.equal(sums.at(-1), String((count * (count - 1)) / 2));
    assert.ok(rowsLookedAt() < 5 * count);
    assert.ok(
      (process.cpuUsage().user - startedAt) / 1_000_000 < 5,
      'seconds; a quadratic sum takes minutes',
    );
  });
});
