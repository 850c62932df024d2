/** Query definitions: SQL that really runs over data extensions and data views, and its rows in the target. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, taskId, write, type WriteMethod } from './requests.ts';

const text = (name: string, rest = ''): string =>
  `<Field><Name>${name}</Name>${rest}<MaxLength>50</MaxLength><FieldType>Text</FieldType></Field>`;
const typed = (name: string, type: string): string =>
  `<Field><Name>${name}</Name><FieldType>${type}</FieldType></Field>`;
const keyed = (name: string): string =>
  text(name, '<IsRequired>true</IsRequired><IsPrimaryKey>true</IsPrimaryKey>');

describe('sandbox queries', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({
      clock,
      seed: {
        objects: [],
      },
    });
    await extension('People', keyed('Id') + text('City') + typed('Age', 'Number') + typed('Joined', 'Date'));
    await extension('Orders', keyed('No') + text('Person') + typed('Amount', 'Decimal'));
    await extension('Result', keyed('Id') + text('City') + typed('Total', 'Decimal') + typed('N', 'Number'));
    await rows('People', [
      { Id: 'a', City: 'Berlin', Age: '30', Joined: '2030-05-15' },
      { Id: 'b', City: 'Bern', Age: '41', Joined: '2029-01-01' },
      { Id: 'c', City: 'berlin', Age: '' },
    ]);
    await rows('Orders', [
      { No: '1', Person: 'a', Amount: '10' },
      { No: '2', Person: 'A', Amount: '5' },
      { No: '3', Person: 'b', Amount: '7' },
    ]);
  });
  afterEach(() => sandbox.stop());

  async function extension(name: string, fields: string): Promise<void> {
    const content = `<CustomerKey>${name}</CustomerKey><Name>${name}</Name><Fields>${fields}</Fields>`;
    assert.equal(
      outcome(await write(sandbox, 'Create', object('DataExtension', content))),
      'OK: Data Extension created.',
    );
  }
  async function rows(key: string, list: readonly Readonly<Record<string, string>>[]): Promise<void> {
    const objects = list.map((cells) => {
      const pairs = Object.entries(cells).map(
        ([name, value]) => `<Property><Name>${name}</Name><Value>${value}</Value></Property>`,
      );
      return object(
        'DataExtensionObject',
        `<CustomerKey>${key}</CustomerKey><Properties>${pairs.join('')}</Properties>`,
      );
    });
    assert.equal(
      outcome(await write(sandbox, 'Create', objects.join(''))),
      'OK: Created DataExtensionObject',
    );
  }
  const escaped = (sql: string): string => sql.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const save = (method: WriteMethod, sql: string, how = 'Overwrite'): Promise<SoapReply> =>
    write(
      sandbox,
      method,
      object(
        'QueryDefinition',
        `<CustomerKey>q</CustomerKey><Name>q</Name><QueryText>${escaped(sql)}</QueryText><TargetType>DE</TargetType><DataExtensionTarget><CustomerKey>Result</CustomerKey></DataExtensionTarget><TargetUpdateType>${how}</TargetUpdateType>`,
      ),
    );
  const start = (): Promise<SoapReply> =>
    perform(sandbox, 'Start', 'QueryDefinition', '<CustomerKey>q</CustomerKey>');
  /** The state of the query's task: its status and what went wrong. */
  const status = async (id: string): Promise<string> => {
    const { message } = await sandbox.retrieve(
      'AsyncActivityStatus',
      ['Status', 'ErrorMsg'],
      equals('TaskID', id),
    );
    return textsOf(message, 'Value').join(' ').trim();
  };
  const run = async (): Promise<string> => {
    const id = taskId(await start());
    clock.advance(60_000);
    return status(id);
  };
  const result = async (): Promise<string> => {
    const { message } = await sandbox.retrieve('DataExtensionObject[Result]', ['Id', 'City', 'Total', 'N']);
    return message
      .split('</Results>')
      .slice(0, -1)
      .map((each) => textsOf(each, 'Value').join(','))
      .join(' ');
  };
  /** What a query puts into the empty target. */
  const select = async (sql: string, how = 'Overwrite'): Promise<string> => {
    const saved = outcome(await save('Create', sql, how));
    const done = saved === 'Error 1' ? outcome(await save('Update', sql, how)) : saved;
    assert.match(done, /^OK: QueryDefinition (?:created|updated)$/, sql);
    const state = await run();
    assert.equal(state, 'Complete', sql);
    return result();
  };

  it('run when they are started, in the recorded words, and say how far they are', async () => {
    assert.equal(outcome(await save('Create', 'SELECT Id, City FROM People')), 'OK: QueryDefinition created');
    const reply = await start();
    assert.equal(outcome(reply), 'OK: QueryDefinition perform called successfully');
    const id = taskId(reply);
    assert.equal(await status(id), 'Queued');
    assert.equal(await result(), '');
    clock.advance(60_000);
    assert.equal(await status(id), 'Complete');
    assert.equal(await result(), 'a,Berlin,, b,Bern,, c,berlin,,');
    const shown = await sandbox.retrieve(
      'QueryDefinition',
      ['QueryText', 'Status', 'DataExtensionTarget.Name', 'TargetUpdateType'],
      equals('CustomerKey', 'q'),
    );
    assert.match(shown.message, /<Name>Result<.*<TargetUpdateType>Overwrite<.*<Status>Active</s);
  });

  it('join, filter, group and sort as SQL Server does', async () => {
    assert.equal(
      await select(
        'SELECT p.Id, MAX(p.City) AS City, SUM(o.Amount) AS Total, COUNT(*) AS N FROM [People] p INNER JOIN Orders o ON o.Person = p.Id GROUP BY p.Id HAVING COUNT(*) > 1',
      ),
      'a,Berlin,15,2',
    );
    assert.equal(
      await select(
        'SELECT p.Id, o.Amount AS Total FROM People p LEFT JOIN Orders o ON o.Person = p.Id AND o.Amount > 6',
      ),
      'a,,10, b,,7, c,,,',
    );
    assert.equal(
      await select(
        "SELECT Id, City FROM People WHERE City = 'BERLIN' AND (Age IS NULL OR Age BETWEEN 20 AND 30) ORDER BY Id DESC",
      ),
      'c,berlin,, a,Berlin,,',
    );
    assert.equal(
      await select('SELECT TOP 1 Id, Age AS N FROM People WHERE Age > 1 ORDER BY Age DESC'),
      'b,,,41',
    );
    assert.equal(
      await select("SELECT Id FROM People WHERE Id IN (SELECT Person FROM Orders) AND City LIKE 'ber%'"),
      'a,,, b,,,',
    );
    assert.equal(
      await select(
        "SELECT Id FROM People WHERE NOT Id IN ('a') UNION SELECT 'z' UNION ALL SELECT 'y' ORDER BY Id",
      ),
      'b,,, c,,, y,,, z,,,',
    );
    assert.equal(await select('SELECT COUNT(DISTINCT City) AS N, 1 AS Id FROM People'), '1,,,2');
  });

  it('take one row of each by ROW_NUMBER, as people remove duplicates', async () => {
    assert.equal(
      await select(
        'SELECT Id, Total FROM (SELECT LOWER(Person) AS Id, Amount AS Total, ROW_NUMBER() OVER (PARTITION BY Person ORDER BY Amount DESC) AS n FROM Orders) x WHERE x.n = 1',
      ),
      'a,,10, b,,7,',
    );
  });

  it('compute with dates in server time, texts, numbers and cases', async () => {
    assert.equal(
      await select(
        'SELECT Id, DATEDIFF(day, Joined, GETDATE()) AS N FROM People WHERE Joined > DATEADD(d, -7, GETDATE())',
      ),
      'a,,,1',
    );
    assert.equal(
      await select(
        "SELECT UPPER(LEFT(City, 3)) + '-' + Id AS Id, CASE WHEN Age > 40 THEN 'old' ELSE 'young' END AS City, 7 / 2 AS N, Age * 1.5 AS Total FROM People WHERE Age IS NOT NULL",
      ),
      'BER-a,young,45,3 BER-b,old,62,3',
    );
    assert.equal(
      await select(
        "SELECT CONCAT(Id, ISNULL(Age, 0)) AS Id, CONVERT(varchar(4), YEAR(Joined)) AS City FROM People WHERE Id <> 'b'",
      ),
      'a30,2030,, c0,,,',
    );
  });

  it('overwrite, append and update', async () => {
    await select("SELECT Id, 'x' AS City FROM People");
    assert.equal(await select("SELECT 'd' AS Id", 'Append'), 'a,x,, b,x,, c,x,, d,,,');
    assert.equal(
      await select("SELECT 'd' AS Id, 9 AS N UNION SELECT 'e', 8", 'Update'),
      'a,x,, b,x,, c,x,, d,,,9 e,,,8',
    );
    assert.equal(await select("SELECT 'f' AS Id"), 'f,,,');
  });

  it('fail as a whole, say why, and leave the target as it was', async () => {
    await select("SELECT 'kept' AS Id");
    for (const [sql, why, how] of [
      ['SELECT Nope AS Id FROM People', /Invalid column name 'Nope'/],
      ['SELECT Id FROM Nowhere', /Invalid object name 'Nowhere'/],
      ['SELECT Id, City AS Nope FROM People', /has no column Nope/],
      ['SELECT City FROM People', /does not allow nulls/],
      ["SELECT 'one' AS Id FROM People", /Violation of PRIMARY KEY/, 'Append'],
      ['SELECT Id, City FROM People GROUP BY Id', /not contained in either an aggregate function/],
      ['SELECT Id, 1 / 0 AS N FROM People', /Divide by zero/],
      ["SELECT SOUNDEX('x') AS Id", /does not understand the function SOUNDEX/],
      [
        "SELECT 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' AS Id",
        /exceeds the maximum length/,
      ],
      ['SELECT p.Id FROM People p, Orders o WHERE x.Id = 1', /multi-part identifier "x.Id"/],
    ] as const) {
      assert.match(outcome(await save('Update', sql, how ?? 'Overwrite')), /^OK/, sql);
      const state = await run();
      assert.match(state, /^Error /, sql);
      assert.match(state, why, sql);
      assert.equal(await result(), 'kept,,,', sql);
    }
  });

  it('cannot be saved with a query that is wrong, and can with one that is merely beyond the sandbox', async () => {
    const said = async (sql: string): Promise<string> => {
      const { message } = await save('Create', sql);
      return `${textOf(message, 'StatusCode') ?? ''}: ${textOf(message, 'StatusMessage') ?? ''}`;
    };
    assert.equal(await said('DELETE FROM People'), 'Error: A query must be a SELECT statement.');
    assert.equal(await said('SELECT Id FROM'), 'Error: Incorrect syntax near the end of the query.');
    assert.equal(await said('SELECT Id, FROM People'), "Error: Incorrect syntax near 'FROM'.");
    assert.equal(
      await said('SELECT Id FROM People WHERE'),
      'Error: Incorrect syntax near the end of the query.',
    );
    assert.equal(
      await said('SELECT Id INTO Other FROM People'),
      "Error: Incorrect syntax near the keyword 'INTO'.",
    );
    assert.equal(await said(''), 'Error: The QueryText is required.');
    assert.match(
      await said('WITH x AS (SELECT 1 AS Id) SELECT Id FROM x'),
      /^Error: Incorrect syntax near the keyword 'WITH'\./,
    );
    assert.equal(await said("SELECT SOUNDEX('x') AS Id"), 'OK: QueryDefinition created');
    assert.match(await run(), /^Error The sandbox does not understand the function SOUNDEX/);
    const styled = 'SELECT CONVERT(varchar(9), GETDATE(), (1)) AS Id';
    assert.match(outcome(await save('Update', styled)), /^OK/);
    assert.match(
      sandbox.lastRequest()?.problems.join() ?? '',
      /does not understand a style of CONVERT.*fails when it runs/,
    );
  });

  it('show those that were deleted too, unless only active ones are asked for', async () => {
    await save('Create', 'SELECT 1 AS Id');
    await write(sandbox, 'Delete', object('QueryDefinition', '<CustomerKey>q</CustomerKey>'));
    await save('Create', 'SELECT 2 AS Id');
    const all = await sandbox.retrieve('QueryDefinition', ['Status'], equals('CustomerKey', 'q'));
    assert.deepEqual(textsOf(all.message, 'Status'), ['Active', 'Inactive']);
    const active = await sandbox.retrieve('QueryDefinition', ['QueryText'], equals('Status', 'Active'));
    assert.deepEqual(textsOf(active.message, 'QueryText'), ['SELECT 2 AS Id']);
  });

  it('are refused without a target, an update type, or what to start', async () => {
    const create = async (content: string): Promise<string> =>
      outcome(await write(sandbox, 'Create', object('QueryDefinition', content)));
    const named = '<CustomerKey>n</CustomerKey><Name>n</Name><QueryText>SELECT 1 AS Id</QueryText>';
    assert.equal(await create(`${named}<TargetUpdateType>Overwrite</TargetUpdateType>`), 'Error 2');
    assert.equal(
      await create(
        `${named}<DataExtensionTarget><CustomerKey>Result</CustomerKey></DataExtensionTarget><TargetUpdateType>Merge</TargetUpdateType>`,
      ),
      'Error 2',
    );
    assert.equal(outcome(await start()), 'Error 3');
    assert.equal(
      outcome(await write(sandbox, 'Delete', object('QueryDefinition', '<CustomerKey>q</CustomerKey>'))),
      'Error 3',
    );
  });
});
