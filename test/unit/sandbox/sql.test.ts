/** What queries of the service's people say: subqueries, windows, sets, dates and texts, as SQL Server has them. */
import assert from 'node:assert/strict';
import type { Row } from '../../../src/sandbox/sql/relation.ts';
import { refused, rowsLookedAt, select, table, value } from './sqlTables.ts';

describe('sandbox SQL', () => {
  describe('queries inside that refer to the one around them', () => {
    it('tell what there is, and what there is not', () => {
      assert.equal(
        select('SELECT p.Id FROM People p WHERE EXISTS (SELECT 1 FROM Orders o WHERE o.Person = p.Id)'),
        'a b',
      );
      assert.equal(
        select('SELECT p.Id FROM People p WHERE NOT EXISTS (SELECT 1 FROM Orders o WHERE o.Person = p.Id)'),
        'c d',
      );
      assert.equal(
        select(
          'SELECT p.Id FROM People p WHERE EXISTS (SELECT 1 FROM Orders o WHERE o.Person = p.Id AND o.Amount < p.Age - 35)',
        ),
        '',
      );
      assert.equal(
        select('SELECT Id FROM People WHERE EXISTS (SELECT 1 FROM Orders WHERE Person = Id AND Amount > 8)'),
        'a',
        'by names that only one of them has',
      );
    });

    it('are values, as long as they are one', () => {
      assert.equal(
        select(
          'SELECT p.Id, (SELECT SUM(o.Amount) FROM Orders o WHERE o.Person = p.Id) AS Total FROM People p',
        ),
        'a,15 b,7 c,NULL d,NULL',
      );
      assert.equal(
        select('SELECT Id FROM People p WHERE Age = (SELECT MAX(Age) FROM People q WHERE q.City = p.City)'),
        'a b d',
      );
      assert.equal(
        select(
          'SELECT Id, (SELECT COUNT(*) FROM Orders) AS N FROM People WHERE Age > (SELECT AVG(Age) FROM People)',
        ),
        'b,4',
      );
      assert.match(refused('SELECT (SELECT No FROM Orders) AS N').message, /returned more than 1 value/);
      assert.match(refused('SELECT (SELECT No, Person FROM Orders) AS N').message, /Only one expression/);
    });

    it('list values, some of them nothing', () => {
      assert.equal(
        select(
          'SELECT o.No FROM Orders o WHERE o.Amount IN (SELECT MAX(Amount) FROM Orders i WHERE i.Person = o.Person)',
        ),
        '1 3 4',
      );
      assert.equal(
        select('SELECT Id FROM People p WHERE 10 NOT IN (SELECT Amount FROM Orders o WHERE o.Person = p.Id)'),
        'b c d',
      );
      assert.equal(select('SELECT Id FROM People WHERE Age NOT IN (SELECT Age FROM People)'), '');
    });

    it('refer to any query around them, and to what is grouped', () => {
      assert.equal(
        select(
          'SELECT p.Id FROM People p WHERE EXISTS (SELECT 1 FROM Orders o WHERE o.Person = p.Id AND EXISTS (SELECT 1 FROM People q WHERE q.Id = p.Id AND q.Age > o.Amount * 3))',
        ),
        'a b',
      );
      assert.equal(
        select(
          'SELECT p.Age, COUNT(*) AS N, (SELECT COUNT(*) FROM Orders o WHERE o.Amount < p.Age) AS Smaller FROM People p WHERE p.Age IS NOT NULL GROUP BY p.Age',
        ),
        '30,2,4 41,1,4',
      );
      assert.match(
        refused('SELECT Id FROM People WHERE EXISTS (SELECT 1 FROM Orders WHERE Person = Nope)').message,
        /Invalid column name 'Nope'/,
      );
    });

    it('find equal rows without looking at all of them each time', () => {
      const many = table(
        { K: 'integer', V: 'text' },
        ...Array.from({ length: 3000 }, (_, index): Row => [index, String(index % 7)]),
      );
      const sql =
        'SELECT COUNT(*) FROM Many m WHERE NOT EXISTS (SELECT 1 FROM Many o WHERE o.K = m.K AND o.V = 3)';
      assert.equal(select(sql, { many }), String(3000 - 429));
      assert.ok(rowsLookedAt() < 20_000, `${String(rowsLookedAt())} rows were looked at`);
    });

    it('stand beside each row by APPLY', () => {
      const newest = '(SELECT TOP 1 o.No FROM Orders o WHERE o.Person = p.Id ORDER BY o.Amount) n';
      assert.equal(select(`SELECT p.Id, n.No FROM People p CROSS APPLY ${newest}`), 'a,2 b,3');
      assert.equal(
        select(`SELECT p.Id, n.No FROM People p OUTER APPLY ${newest} WHERE p.Id <> 'd'`),
        'a,2 b,3 c,NULL',
      );
    });
  });

  it('numbers, ranks and sums up rows over a window', () => {
    const over = (call: string, window = 'ORDER BY Age'): string =>
      select(`SELECT ${call} OVER (${window}) AS V FROM People ORDER BY Id`);
    assert.equal(over('ROW_NUMBER()', 'ORDER BY Age DESC, Id'), '2 1 4 3');
    assert.equal(over('RANK()'), '2 4 1 2');
    assert.equal(over('DENSE_RANK()'), '2 3 1 2');
    assert.equal(over('NTILE(2)', 'ORDER BY Id'), '1 1 2 2');
    assert.equal(over('COUNT(*)', 'PARTITION BY City'), '2 1 2 1');
    assert.equal(over('SUM(Age)'), '60 101 NULL 60', 'rows with one age come together');
    assert.equal(over('MAX(Age)', 'PARTITION BY City'), '30 41 30 30');
    assert.equal(over("LAG(Id, 1, 'none')", 'ORDER BY Id'), 'none a b c');
    assert.equal(over('LEAD(Id)', 'ORDER BY Id'), 'b c d NULL');
    assert.equal(over('FIRST_VALUE(Id)', 'PARTITION BY City ORDER BY Id DESC'), 'c b c d');
    assert.equal(over('LAST_VALUE(Id)', 'ORDER BY Id'), 'a b c d');
    assert.equal(
      select(
        'SELECT City, COUNT(*) AS N, RANK() OVER (ORDER BY COUNT(*) DESC) AS R FROM People GROUP BY City ORDER BY R, City',
      ),
      'Berlin,2,1 Bern,1,2 Rome,1,2',
    );
    assert.match(refused('SELECT RANK() OVER (PARTITION BY City) AS R FROM People').message, /with ORDER BY/);
  });

  it('puts sets together, INTERSECT first', () => {
    assert.equal(select('SELECT Id FROM People EXCEPT SELECT Person FROM Orders'), 'c d');
    assert.equal(select('SELECT Id FROM People INTERSECT SELECT Person FROM Orders'), 'a b');
    assert.equal(select("SELECT 'z' UNION SELECT Id FROM People INTERSECT SELECT 'd'"), 'z d');
    assert.equal(select('SELECT City FROM People EXCEPT SELECT NULL'), 'berlin Bern Rome');
    assert.match(refused('SELECT 1, 2 EXCEPT SELECT 1').message, /equal number of expressions/);
  });

  it('writes and reads dates by styles, parts and patterns', () => {
    const moment = "CONVERT(datetime, '2029-01-31 14:05:09')";
    for (const [style, written] of [
      [101, '01/31/2029'],
      [103, '31/01/2029'],
      [104, '31.01.2029'],
      [4, '31.01.29'],
      [112, '20290131'],
      [120, '2029-01-31 14:05:09'],
      [126, '2029-01-31T14:05:09.000'],
      [100, 'Jan 31 2029  2:05PM'],
    ] as const) {
      assert.equal(value(`CONVERT(varchar(30), ${moment}, ${String(style)})`), written, String(style));
    }
    assert.equal(value(`CONVERT(varchar(10), ${moment}, 120)`), '2029-01-31', 'the length cuts off the time');
    assert.equal(value("CONVERT(date, '31/01/2029', 103)"), '1/31/2029 12:00:00 AM');
    assert.equal(value(`CAST(${moment} AS date)`), '1/31/2029 12:00:00 AM');
    assert.equal(
      value(`DATENAME(weekday, ${moment}) + ' ' + DATENAME(month, ${moment})`),
      'Wednesday January',
    );
    assert.equal(value(`FORMAT(${moment}, 'dddd, d MMM yyyy h:mm tt')`), 'Wednesday, 31 Jan 2029 2:05 PM');
    assert.equal(value(`EOMONTH(${moment}, 1)`), '2/28/2029 12:00:00 AM');
    assert.equal(value('DATEFROMPARTS(2028, 2, 29)'), '2/29/2028 12:00:00 AM');
    assert.match(refused('SELECT DATEFROMPARTS(2029, 2, 29)').message, /not valid/);
    assert.equal(value(`DATEADD(month, 1, ${moment})`), '2/28/2029 2:05:09 PM');
    assert.equal(value("ISDATE('2029-02-30') + ISDATE('2029-02-28') * 10"), '10');
    assert.equal(value("TRY_CONVERT(int, 'x')"), 'NULL');
    assert.match(refused("SELECT CONVERT(int, 'x')").message, /Conversion failed/);
  });

  it('shows dates in other time zones', () => {
    const zones = (from: string, to: string, date: string): string =>
      value(`CONVERT(datetime, '${date}') AT TIME ZONE '${from}' AT TIME ZONE '${to}'`);
    const central = 'Central America Standard Time';
    assert.equal(zones(central, 'GMT Standard Time', '2030-01-10 12:00'), '1/10/2030 6:00:00 PM');
    assert.equal(zones(central, 'GMT Standard Time', '2030-07-10 12:00'), '7/10/2030 7:00:00 PM');
    assert.equal(zones('W. Europe Standard Time', 'UTC', '2030-07-10 12:00'), '7/10/2030 10:00:00 AM');
    assert.match(refused("SELECT GETDATE() AT TIME ZONE 'Mars'").message, /time zone parameter 'Mars'/);
  });

  it('computes with texts and numbers', () => {
    for (const [expression, result] of [
      ["STUFF('abcdef', 2, 3, 'X')", 'aXef'],
      ["REPLICATE('ab', 3)", 'ababab'],
      ["REVERSE('abc')", 'cba'],
      ["PATINDEX('%[0-9]%', 'ab3')", '3'],
      ["PATINDEX('%', 'abc')", '1'],
      ["PATINDEX('%b%d', 'abcbd')", '2'],
      ["PATINDEX('%ab', 'abab')", '3'],
      ["PATINDEX('b%', 'abc')", '0'],
      ["PATINDEX('ab_', 'ABC')", '1'],
      ["CHARINDEX('C', 'abc')", '3'],
      ["LEN('ab  ')", '2'],
      ["'a' + SPACE(2) + 'b'", 'a  b'],
      ["ISNUMERIC('1.5') + ISNUMERIC('x')", '1'],
      ['POWER(2, 3)', '8'],
      ["IIF(1 > 2, 'yes', 'no')", 'no'],
      ["COALESCE(NULL, NULLIF('a', 'A'), 'b')", 'b'],
      ["CASE 'x' WHEN 'X' THEN 1 ELSE 2 END", '1'],
      ["CONVERT(varchar(3), 'abcdef')", 'abc'],
      ['NEWID()', 'ID1'],
    ] as const) {
      assert.equal(value(expression), result, expression);
    }
    assert.equal(select("SELECT Id FROM People WHERE City LIKE '[a-b]er[^n]%'"), 'a c');
    for (const [text, pattern, isLike] of [
      ['a_c', 'a[_]c', true],
      ['abc', 'a[_]c', false],
      ['b', '[z-a]', false],
      ['b', '[^z-a]', true],
      ['-', '[-af]', true],
      ['e', '[-af]', false],
      ['[', '[[]', true],
      ['a]', 'a]', true],
      ['[b', '[b', false],
      ['', '%', true],
      ['a\\', '[\\]%', false],
      ['abcabd', '%ab[d]', true],
      ['5%', "5!%' ESCAPE '!", true],
      ['5x', "5!%' ESCAPE '!", false],
      ['a!b', "a!!b' ESCAPE '!", true],
    ] as const) {
      assert.equal(value(`IIF('${text}' LIKE '${pattern}', 1, 0)`), isLike ? '1' : '0', `${text} ${pattern}`);
    }
    assert.match(refused("SELECT 1 WHERE 'a' LIKE 'a' ESCAPE 'xy'").message, /invalid escape character "xy"/);
    assert.equal(
      select(
        "SELECT COUNT_BIG(*), STDEVP(Age), VAR(Amount) FROM People, Orders WHERE No = 1 AND Id IN ('a', 'b')",
      ),
      '2,5.5,0',
    );
  });

  it('takes a part of what is sorted', () => {
    assert.equal(select('SELECT Id FROM People ORDER BY Id OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY'), 'b c');
    assert.equal(select('SELECT Id FROM People ORDER BY Id DESC OFFSET 3 ROWS'), 'a');
    assert.equal(
      select(
        'SELECT Id FROM (SELECT Id FROM People UNION SELECT Person FROM Orders ORDER BY Id OFFSET 1 ROW FETCH FIRST 1 ROW ONLY) x',
      ),
      'b',
    );
    assert.match(refused('SELECT Id FROM People OFFSET 1 ROWS').message, /Incorrect syntax near '1'/);
    assert.match(refused('SELECT Id FROM People ORDER BY Id OFFSET x ROWS').message, /near 'x'/);
  });

  it('sorts by what it shows, in groups too', () => {
    assert.equal(
      select('SELECT City, COUNT(*) AS N FROM People GROUP BY City ORDER BY N DESC, City DESC'),
      'Berlin,2 Rome,1 Bern,1',
    );
    assert.equal(
      select('SELECT LOWER(City) FROM People GROUP BY LOWER(City) ORDER BY COUNT(*) DESC, 1'),
      'berlin bern rome',
    );
  });

  it('has no common table expressions, and says what to write instead', () => {
    const { message, isBeyond } = refused('WITH x AS (SELECT 1 AS a) SELECT a FROM x');
    assert.match(message, /^Incorrect syntax near the keyword 'WITH'\..*query in FROM/);
    assert.equal(isBeyond, false);
    assert.equal(select('SELECT a FROM (SELECT 1 AS a) x'), '1');
  });

  it('says what is beyond it', () => {
    for (const sql of [
      "SELECT SOUNDEX('x')",
      'SELECT CAST(1 AS xml)',
      "SELECT FORMAT(1, 'N')",
      'SELECT CONVERT(varchar(9), GETDATE(), 130)',
      'SELECT PERCENT_RANK() OVER (ORDER BY Id) AS P FROM People',
    ]) {
      const { message, isBeyond } = refused(sql);
      assert.ok(isBeyond, sql);
      assert.match(message, /^The sandbox does not understand .*; the real service does\.$/, sql);
    }
  });
});
