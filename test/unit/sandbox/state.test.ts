/** What is kept in a folder: the org goes on where it was, whatever was done to it. */
import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type TestSandbox } from '../../support/sandbox.ts';
import { equals, object, outcome, perform, saveOption, write } from './requests.ts';

const start = Date.UTC(2030, 4, 16, 18);

describe('sandbox state in a folder', () => {
  let folder: string;
  let clock: ManualClock;
  let sandbox: TestSandbox;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mc-state-'));
    clock = manualClock(start);
    sandbox = await startSandbox({ clock, folder });
  });
  afterEach(async () => {
    await sandbox.stop();
    await rm(folder, { recursive: true });
  });

  /** Stops the sandbox and starts another one in the same folder, some time later. */
  const restart = async (later = 0): Promise<void> => {
    await sandbox.stop();
    clock = manualClock(sandbox.clock.now() + later);
    sandbox = await startSandbox({ clock, folder });
  };

  /** Everything that can be seen of these types, without what belongs to an answer alone. */
  const seen = async (): Promise<string> => {
    const answers: string[] = [];
    for (const [type, properties] of [
      ['List', ['ID', 'ObjectID', 'CustomerKey', 'ListName', 'ModifiedDate']],
      ['Send', ['ID', 'Status', 'NumberSent', 'UniqueOpens', 'SentDate']],
      ['Subscriber', ['ID', 'SubscriberKey', 'Status']],
      ['ImportResultsSummary', ['TaskResultID', 'ImportStatus', 'NumberSuccessful']],
      ['DataExtensionObject[Customers]', ['CustomerKey', 'City']],
      ['AsyncRequestResult', ['ObjectID', 'Status']],
      ['TriggeredSendSummary', ['CustomerKey', 'Sent', 'Queued']],
    ] as const) {
      const { message } = await sandbox.retrieve(type, properties);
      answers.push(/<Results .*<\/Results>/s.exec(message)?.[0] ?? '');
    }
    return answers.join('\n');
  };

  const workHard = async (): Promise<void> => {
    await write(sandbox, 'Create', object('List', '<ListName>mine</ListName>'));
    const row = `<CustomerKey>Customers</CustomerKey><Properties><Property><Name>City</Name><Value>Kyoto</Value></Property></Properties><Keys><Key><Name>CustomerKey</Name><Value>NW-0000007</Value></Key></Keys>`;
    await write(sandbox, 'Update', object('DataExtensionObject', row));
    await perform(sandbox, 'start', 'EmailSendDefinition', '<CustomerKey>vip-preview</CustomerKey>');
    clock.advance(7000);
    sandbox.faults.add({ kind: 'objectError', rate: 0.5, next: 1 });
    const lists = Array.from({ length: 10 }, (_, index) =>
      object('List', `<ListName>some ${String(index)}</ListName>`),
    );
    await write(sandbox, 'Create', lists.join(''));
    await write(
      sandbox,
      'Create',
      object('List', '<ListName>later</ListName>'),
      '<RequestType>Asynchronous</RequestType>',
    );
    await write(
      sandbox,
      'Create',
      object(
        'TriggeredSend',
        '<TriggeredSendDefinition><CustomerKey>welcome</CustomerKey></TriggeredSendDefinition><Subscribers><EmailAddress>t@example.com</EmailAddress></Subscribers>',
      ),
    );
    await writeFile(join(folder, 'ftp', 'Import', 'rows.csv'), 'CustomerKey,City\nNW-0000008,Oslo\n');
    const definition =
      '<Name>imp</Name><CustomerKey>imp</CustomerKey><DestinationObject xsi:type="DataExtension"><CustomerKey>Customers</CustomerKey></DestinationObject><FieldMappingType>InferFromColumnHeadings</FieldMappingType><FileSpec>rows.csv</FileSpec><FileType>CSV</FileType><RetrieveFileTransferLocation><CustomerKey>ExactTarget Enhanced FTP</CustomerKey></RetrieveFileTransferLocation><UpdateType>AddAndUpdate</UpdateType>';
    assert.equal(
      outcome(await write(sandbox, 'Create', object('ImportDefinition', definition))),
      'OK: ImportDefinition created.',
    );
    await perform(sandbox, 'start', 'ImportDefinition', '<CustomerKey>imp</CustomerKey>');
    clock.advance(90_000);
    await sandbox.retrieve('List', ['ID']);
  };

  it('is the same after a restart, to the last identifier', async () => {
    await workHard();
    const before = await seen();
    assert.match(before, /Oslo/);
    assert.match(before, /<ListName>later<\/ListName>/);
    // By now the file is another one; what was imported stays what it was.
    await writeFile(join(folder, 'ftp', 'Import', 'rows.csv'), 'CustomerKey,City\nNW-0000008,Rome\n');
    await restart();
    assert.equal(await seen(), before);
    await restart(60_000);
    await write(sandbox, 'Create', object('List', '<ListName>after</ListName>'));
    const names = textsOf((await sandbox.retrieve('List', ['ListName'])).message, 'ListName');
    assert.ok(names.includes('mine') && names.includes('after'));
    const ids = textsOf((await sandbox.retrieve('List', ['ObjectID'])).message, 'ObjectID');
    assert.equal(new Set(ids).size, ids.length);
  });

  it('begins anew with a reset, and its files stay', async () => {
    await workHard();
    sandbox.reset({ seed: 'empty' });
    await restart();
    assert.deepEqual(textsOf((await sandbox.retrieve('List', ['ListName'])).message, 'ListName'), [
      'All Subscribers',
    ]);
    assert.match(await readFile(join(folder, 'ftp', 'Import', 'rows.csv'), 'utf8'), /Oslo/);
  });

  it('does not mind a last line that was cut off, and says when it cannot be read', async () => {
    await write(sandbox, 'Create', object('List', '<ListName>mine</ListName>'));
    await appendFile(join(folder, 'org.jsonl'), '{"kind":"call","at":1');
    await restart();
    assert.match((await sandbox.retrieve('List', ['ListName'], equals('ListName', 'mine'))).message, /mine/);
    await sandbox.stop();
    await writeFile(join(folder, 'org.jsonl'), 'nonsense\n');
    await assert.rejects(startSandbox({ folder }), /org\.jsonl cannot be read: .*Move it away to begin anew/);
    await rm(join(folder, 'org.jsonl'));
    sandbox = await startSandbox({ folder, clock });
  });

  it('goes on from the moment at which it was left, though the clock was ahead of the machine’s', async () => {
    sandbox.clock.set(start + 3_600_000);
    await write(
      sandbox,
      'Update',
      object('List', '<CustomerKey>x</CustomerKey><ListName>x</ListName>'),
      saveOption('UpdateAdd'),
    );
    await sandbox.stop();
    sandbox = await startSandbox({ folder, clock: manualClock(start) });
    assert.equal(sandbox.clock.now(), start + 3_600_000);
    assert.equal(
      textOf((await sandbox.retrieve('List', ['ListName'], equals('CustomerKey', 'x'))).message, 'ListName'),
      'x',
    );
  });
});
