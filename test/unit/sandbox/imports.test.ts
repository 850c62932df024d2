/** Imports from the FTP folder: naming patterns, delimiters, mappings, update types, errors and results (E1 to E7). */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { cellsOf, field, keyField, makeExtension } from './extensions.ts';
import { equals, object, outcome, perform, taskId, write, type WriteMethod } from './requests.ts';

type Members = Readonly<Record<string, string>>;

describe('sandbox imports', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    // Noon on 20 November by the service's time.
    clock = manualClock(Date.UTC(2030, 10, 20, 18));
    sandbox = await startSandbox({ seed: 'empty', clock });
    await makeExtension(
      sandbox,
      keyField + field('Name', 'Text', '<MaxLength>10</MaxLength>') + field('Amount', 'Number'),
    );
  });
  afterEach(() => sandbox.stop());

  const put = async (name: string, content: string): Promise<void> => {
    const url = `${sandbox.address}/_sandbox/file?folder=Import&name=${encodeURIComponent(name)}`;
    assert.equal((await fetch(url, { method: 'PUT', body: content })).status, 200);
  };
  const exported = async (name: string): Promise<string> =>
    (await fetch(`${sandbox.address}/_sandbox/file?folder=Export&name=${name}`)).text();

  const parts: Members = {
    DestinationObject:
      '<DestinationObject xsi:type="DataExtension"><CustomerKey>de</CustomerKey></DestinationObject>',
    FieldMappingType: '<FieldMappingType>InferFromColumnHeadings</FieldMappingType>',
    FieldMaps: '',
    FileSpec: '<FileSpec>rows.csv</FileSpec>',
    FileType: '<FileType>CSV</FileType>',
    Location:
      '<RetrieveFileTransferLocation><CustomerKey>ExactTarget Enhanced FTP</CustomerKey></RetrieveFileTransferLocation>',
    UpdateType: '<UpdateType>AddAndUpdate</UpdateType>',
    Rest: '',
  };
  const save = (method: WriteMethod, changes: Members = {}): Promise<SoapReply> => {
    const content = Object.values(method === 'Delete' ? {} : { ...parts, ...changes }).join('');
    return write(
      sandbox,
      method,
      object('ImportDefinition', `<CustomerKey>imp</CustomerKey><Name>imp</Name>${content}`),
    );
  };
  const start = (): Promise<SoapReply> =>
    perform(sandbox, 'start', 'ImportDefinition', '<CustomerKey>imp</CustomerKey>');

  const counted = [
    'ImportStatus',
    'TotalRows',
    'NumberSuccessful',
    'NumberDuplicated',
    'NumberRestricted',
    'NumberErrors',
  ];
  const summary = async (task: string): Promise<string> => {
    const { message } = await sandbox.retrieve('ImportResultsSummary', counted, equals('TaskResultID', task));
    return counted.map((name) => textOf(message, name)).join(' ');
  };
  const run = async (): Promise<{ task: string; result: string }> => {
    const reply = await start();
    const task = taskId(reply);
    assert.equal(outcome(reply), `OK: ImportDefinition performed AsyncID:${task}`);
    clock.advance(10_000);
    return { task, result: await summary(task) };
  };
  const importing = async (content: string, changes: Members = {}): Promise<string> => {
    await put('rows.csv', content);
    await save('Create', changes);
    return (await run()).result;
  };
  const cells = (): Promise<string[]> => cellsOf(sandbox, 'Id', 'Name', 'Amount');

  it('bring the rows of a file into a data extension, and tell how far they are (E2)', async () => {
    assert.equal(outcome(await save('Create')), 'OK: ImportDefinition created.');
    await put('rows.csv', 'Id,Name,Nonsense,Amount\r\na,"Smith, Ann",x,1\r\nb,"say ""hi""",y,2\r\n');
    const reply = await start();
    const task = taskId(reply);
    assert.equal(await summary(task), 'New 0 0 0 0 0');
    clock.advance(1000);
    assert.match(await summary(task), /^Processing /);
    clock.advance(1000);
    assert.equal(await summary(task), 'Completed 2 2 0 0 0');
    assert.deepEqual(await cells(), ['a', 'Smith, Ann', '1', 'b', 'say "hi"', '2']);
  });

  it('find the file of the day by its naming pattern, in the time of the service (E4)', async () => {
    await save('Create', { FileSpec: '<FileSpec>rows%%Month%%%%Day%%-%%year%%.csv</FileSpec>' });
    await put('rows1120-2030.csv', 'Id\nx\n');
    assert.equal((await run()).result, 'Completed 1 1 0 0 0');
    clock.advance(24 * 3_600_000);
    const { result, task } = await run();
    assert.equal(result, 'Error 0 0 0 0 0');
    assert.match(
      await exported(`ImportErrors_${task}.csv`),
      /rows1121-2030\.csv is not in the Import folder/,
    );
  });

  it('read tabs, and delimiters of one’s own (E5)', async () => {
    assert.equal(
      await importing('Id\tName\na\tb,c\n', { FileType: '<FileType>TAB</FileType>' }),
      'Completed 1 1 0 0 0',
    );
    assert.equal(
      outcome(
        await save('Update', {
          FileType: '<FileType>Other</FileType>',
          Rest: '<Delimiter>||</Delimiter>',
        }),
      ),
      'OK: ImportDefinition updated',
    );
    await put('rows.csv', 'Id||Name\nb||c|d\n');
    assert.equal((await run()).result, 'Completed 1 1 0 0 0');
    assert.deepEqual(await cells(), ['a', 'b,c', '', 'b', 'c|d', '']);
  });

  it('map columns by ordinal from 0 or 1, and by hand', async () => {
    const byOrdinal = (...ordinals: readonly number[]): string =>
      `<FieldMaps>${ordinals.map((ordinal, index) => `<FieldMap><SourceOrdinal>${String(ordinal)}</SourceOrdinal><DestinationName>${['Id', 'Amount'][index] ?? ''}</DestinationName></FieldMap>`).join('')}</FieldMaps>`;
    const FieldMappingType = '<FieldMappingType>MapByOrdinal</FieldMappingType>';
    assert.equal(
      await importing('a,x,1\n', { FieldMappingType, FieldMaps: byOrdinal(0, 2) }),
      'Completed 1 1 0 0 0',
    );
    await save('Update', { FieldMappingType, FieldMaps: byOrdinal(1, 3) });
    await put('rows.csv', 'b,x,2\n');
    await run();
    await save('Update', {
      FieldMappingType: '<FieldMappingType>ManualMap</FieldMappingType>',
      FieldMaps:
        '<FieldMaps><FieldMap><SourceName>key</SourceName><DestinationName>Id</DestinationName></FieldMap><FieldMap><SourceName>what</SourceName><DestinationName>Name</DestinationName></FieldMap></FieldMaps>',
    });
    await put('rows.csv', 'what,key\nthing,c\n');
    await run();
    assert.deepEqual(await cells(), ['a', '', '1', 'b', '', '2', 'c', 'thing', '']);
  });

  for (const [updateType, result, after] of [
    ['AddAndUpdate', '3 2 1 0 0', 'a new b new'],
    ['AddAndDoNotUpdate', '3 1 2 0 0', 'a old b new'],
    ['UpdateButDoNotAdd', '3 1 0 2 0', 'a new'],
    ['Overwrite', '3 2 1 0 0', 'a new b new'],
  ] as const) {
    it(`do what ${updateType} says with rows that are there`, async () => {
      await importing('Id,Name\na,old\n');
      await save('Update', { UpdateType: `<UpdateType>${updateType}</UpdateType>` });
      await put('rows.csv', 'Id,Name\na,new\nb,new\nb,new\n');
      assert.equal((await run()).result, `Completed ${result}`);
      assert.equal((await cellsOf(sandbox, 'Id', 'Name')).join(' '), after);
    });
  }

  it('do with each row what a column says', async () => {
    await importing('Id,Name\na,old\nb,old\n');
    await save('Update', {
      UpdateType: '<UpdateType>ColumnBased</UpdateType>',
      Rest: '<ControlColumn>Do</ControlColumn><ControlColumnDefaultAction>Skip</ControlColumnDefaultAction><ControlColumnActions><ControlColumnAction><Value>D</Value><Action>Delete</Action></ControlColumnAction><ControlColumnAction><Value>U</Value><Action>AddAndUpdate</Action></ControlColumnAction></ControlColumnActions>',
    });
    await put('rows.csv', 'Id,Name,Do\na,,D\nb,new,X\nc,new,U\n');
    assert.equal((await run()).result, 'Completed 3 2 1 0 0');
    assert.deepEqual(await cellsOf(sandbox, 'Id', 'Name'), ['b', 'old', 'c', 'new']);
  });

  it('leave out rows with errors and say why, or end at the first one', async () => {
    const content = 'Id,Name,Amount\na,ok,1\n,no key,2\nb,far too long a name,3\nc,ok,many\nd,ok,4\n';
    await put('rows.csv', content);
    await save('Create');
    const { task, result } = await run();
    assert.equal(result, 'Completed 5 2 0 0 3');
    const report = await exported(`ImportErrors_${task}.csv`);
    assert.deepEqual(report.trim().split('\r\n'), [
      'Line,Reason',
      '3,Key value missing',
      '4,The value for column [Name] exceeds the maximum length of 10.',
      '5,The value for column [Amount] is not a valid number.',
    ]);
    await save('Update', { Rest: '<AllowErrors>false</AllowErrors>' });
    assert.equal((await run()).result, 'Error 5 1 0 0 1');
  });

  it('bring people onto a list, and their attributes (E6)', async () => {
    const made = await write(sandbox, 'Create', object('List', '<ListName>people</ListName>'));
    const id = textOf(made.message, 'NewID') ?? '';
    const DestinationObject = `<DestinationObject xsi:type="List"><ID>${id}</ID></DestinationObject>`;
    const content =
      'E-mail Address,Subscriber Key,First Name,Status\nann@example.com,ann,Ann,Active\nbad,b,Bob,Active\n';
    assert.equal(await importing(content, { DestinationObject }), 'Completed 2 1 0 0 1');
    const members = await sandbox.retrieve(
      'ListSubscriber',
      ['SubscriberKey', 'Status'],
      equals('ListID', id),
    );
    assert.deepEqual(textsOf(members.message, 'SubscriberKey'), ['ann']);
    const shown = await sandbox.retrieve('Subscriber', ['EmailAddress'], equals('SubscriberKey', 'ann'));
    assert.match(shown.message, /<Name>First Name<\/Name><Value>Ann<\/Value>/);
    const result = await sandbox.retrieve('ImportResultsSummary', ['ImportType', 'DestinationID']);
    assert.deepEqual(
      [textOf(result.message, 'ImportType'), textOf(result.message, 'DestinationID')],
      ['Subscriber List', id],
    );
  });

  it('take four columns only onto a publication list (E6)', async () => {
    const made = await write(
      sandbox,
      'Create',
      object('List', '<ListName>pub</ListName><ListClassification>PublicationList</ListClassification>'),
    );
    const maps = (name: string): Members => ({
      DestinationObject: `<DestinationObject xsi:type="List"><ID>${textOf(made.message, 'NewID') ?? ''}</ID></DestinationObject>`,
      FieldMappingType: '<FieldMappingType>ManualMap</FieldMappingType>',
      FieldMaps: `<FieldMaps><FieldMap><SourceName>x</SourceName><DestinationName>${name}</DestinationName></FieldMap></FieldMaps>`,
    });
    const refused = await save('Create', maps('First Name'));
    assert.equal(outcome(refused), 'Error 43060');
    assert.match(
      textOf(refused.message, 'StatusMessage') ?? '',
      /Subscriber Key, Status and Reason only, not "First Name"/,
    );
    assert.equal(outcome(await save('Create', maps('EmailAddress'))), 'OK: ImportDefinition created.');
  });

  it('tell by an update what a delete does not (D7)', async () => {
    await save('Create');
    await write(sandbox, 'Delete', object('DataExtension', '<CustomerKey>de</CustomerKey>'));
    const deleted = await save('Delete');
    assert.equal(textOf(deleted.message, 'StatusMessage'), 'The ImportDefinition failed validation.');
    const updated = await write(
      sandbox,
      'Update',
      object('ImportDefinition', '<CustomerKey>imp</CustomerKey>'),
    );
    assert.match(textOf(updated.message, 'StatusMessage') ?? '', /The DestinationObject does not exist/);
    assert.equal(outcome(await start()), 'Error 43060');
    await makeExtension(sandbox, keyField);
    assert.equal(outcome(await save('Delete')), 'OK: ImportDefinition deleted');
  });

  it('keep the source of an import from Salesforce (E7)', async () => {
    const source = (key: string): Members => ({
      Rest: `<SourceObject xsi:type="APIObject"><CustomerKey>${key}</CustomerKey></SourceObject>`,
    });
    assert.equal(outcome(await save('Create', source('Contact'))), 'OK: ImportDefinition created.');
    assert.equal(outcome(await save('Update', source('Lead'))), 'Error 43060');
    assert.equal(outcome(await save('Update', source('Contact'))), 'OK: ImportDefinition updated');
  });

  for (const [what, changes] of [
    ['destination', { DestinationObject: '' }],
    ['file', { FileSpec: '' }],
    [
      'location',
      {
        Location: '<RetrieveFileTransferLocation><CustomerKey>x</CustomerKey></RetrieveFileTransferLocation>',
      },
    ],
    ['delimiter', { FileType: '<FileType>Other</FileType>' }],
    ['field maps', { FieldMappingType: '<FieldMappingType>ManualMap</FieldMappingType>' }],
    ['control column', { UpdateType: '<UpdateType>ColumnBased</UpdateType>' }],
  ] as const) {
    it(`are refused without a good ${what}`, async () => {
      assert.equal(outcome(await save('Create', changes)), 'Error 43060');
    });
  }

  it('are found by the location that every account has (E3)', async () => {
    const { message } = await sandbox.retrieve('FileTransferLocation', ['CustomerKey']);
    assert.equal(textOf(message, 'CustomerKey'), 'ExactTarget Enhanced FTP');
  });

  it('find the files of a folder of the machine, and leave their reports there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mc-ftp-'));
    await sandbox.stop();
    sandbox = await startSandbox({ clock, folder });
    await writeFile(join(folder, 'ftp', 'Import', 'rows.csv'), 'CustomerKey,EmailAddress\nk,bad\n');
    const DestinationObject = parts['DestinationObject']?.replace('>de<', '>Customers<') ?? '';
    await save('Create', { DestinationObject });
    const { task, result } = await run();
    assert.equal(result, 'Completed 1 0 0 0 1');
    const report = join(folder, 'ftp', 'Export', `ImportErrors_${task}.csv`);
    assert.match(await readFile(report, 'utf8'), /not a valid email address/);
    await rm(folder, { recursive: true });
  });
});
