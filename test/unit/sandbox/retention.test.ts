/** Data that deletes itself: rows, all rows, or the whole data extension, when the clock has passed their period (A6). */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { cellsOf, keyField, makeExtension, row } from './extensions.ts';
import { equals, object, outcome, perform, write } from './requests.ts';

const day = 86_400_000;

describe('sandbox retention', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    // Noon on 30 January by the service's time.
    clock = manualClock(Date.UTC(2030, 0, 30, 18));
    sandbox = await startSandbox({ seed: 'empty', clock });
  });
  afterEach(() => sandbox.stop());

  const retention = (length: number, unit: string, rest = ''): string =>
    `<DataRetentionPeriodLength>${String(length)}</DataRetentionPeriodLength>${rest}<DataRetentionPeriod>${unit}</DataRetentionPeriod>`;
  /** The elements of a retention stand on both sides of the fields, and the sandbox takes them in any order. */
  const make = async (settings: string): Promise<void> => {
    assert.equal(outcome(await makeExtension(sandbox, keyField, settings)), 'OK: Data Extension created.');
  };
  const add = async (id: string): Promise<void> => {
    assert.equal(outcome(await write(sandbox, 'Create', row({ Id: id }))), 'OK: Created DataExtensionObject');
  };
  const ids = (): Promise<string[]> => cellsOf(sandbox, 'Id');
  const isThere = async (): Promise<boolean> => {
    const { message } = await sandbox.retrieve('DataExtension', ['Name'], equals('CustomerKey', 'de'));
    return textOf(message, 'Name') === 'de';
  };
  const change = (settings: string): Promise<SoapReply> =>
    write(sandbox, 'Update', object('DataExtension', `<CustomerKey>de</CustomerKey>${settings}`));

  it('deletes each row by its own age, at night', async () => {
    await make(retention(2, 'Days', '<RowBasedRetention>true</RowBasedRetention>'));
    await add('old');
    clock.advance(day);
    await add('young');
    clock.advance(day);
    assert.deepEqual(await ids(), ['old', 'young'], 'two days old, and the night has not come yet');
    clock.advance(day / 2);
    assert.deepEqual(await ids(), ['young']);
    await add('old');
    clock.advance(day);
    assert.deepEqual(await ids(), ['old'], 'the row that came again has an age of its own');
    clock.advance(30 * day);
    assert.deepEqual(await ids(), []);
    assert.ok(await isThere());
  });

  it('deletes all rows at the end of the period, in months of any length, and then is over', async () => {
    await make(retention(1, 'Months', '<DeleteAtEndOfRetentionPeriod>true</DeleteAtEndOfRetentionPeriod>'));
    await add('a');
    clock.advance(29 * day);
    assert.deepEqual(await ids(), ['a'], 'it is the night before 28 February, noon');
    clock.advance(day);
    assert.deepEqual(await ids(), []);
    await add('b');
    clock.advance(400 * day);
    assert.deepEqual(await ids(), ['b']);
  });

  it('deletes the data extension with its rows where nothing else is said', async () => {
    await make(retention(1, 'Weeks'));
    await add('a');
    clock.advance(7 * day);
    assert.ok(await isThere());
    clock.advance(day);
    assert.ok(!(await isThere()));
    await make('');
    assert.ok(await isThere(), 'its key and name are free again');
    clock.advance(800 * day);
    assert.ok(await isThere(), 'the new one has no retention');
  });

  it('keeps to a date where one is given', async () => {
    await make('<RetainUntil>3/1/2030 12:00:00 AM</RetainUntil>');
    clock.advance(29 * day);
    assert.ok(await isThere());
    clock.advance(day);
    assert.ok(!(await isThere()));
  });

  it('begins anew with an import where that is wanted, and when it is changed, and not otherwise', async () => {
    const importing = async (): Promise<void> => {
      const file = `${sandbox.address}/_sandbox/file?folder=Import&name=rows.csv`;
      await fetch(file, { method: 'PUT', body: 'Id\na\n' });
      await perform(
        sandbox,
        'start',
        'ImportDefinition',
        '<DestinationObject xsi:type="DataExtension"><CustomerKey>de</CustomerKey></DestinationObject><FieldMappingType>InferFromColumnHeadings</FieldMappingType><FileSpec>rows.csv</FileSpec><FileType>CSV</FileType><RetrieveFileTransferLocation><CustomerKey>ExactTarget Enhanced FTP</CustomerKey></RetrieveFileTransferLocation><UpdateType>AddAndUpdate</UpdateType>',
      );
      clock.advance(10_000);
    };
    await make(retention(1, 'Years', '<ResetRetentionPeriodOnImport>true</ResetRetentionPeriodOnImport>'));
    clock.advance(300 * day);
    await importing();
    clock.advance(300 * day);
    assert.ok(await isThere());
    await change('<Description>x</Description>');
    clock.advance(60 * day);
    assert.ok(await isThere());
    await change(retention(2, 'Years', '<ResetRetentionPeriodOnImport>false</ResetRetentionPeriodOnImport>'));
    clock.advance(600 * day);
    await importing();
    assert.ok(await isThere());
    clock.advance(132 * day);
    assert.ok(!(await isThere()), 'the import did not put it off');
  });

  it('shows the period in both its forms', async () => {
    await make(retention(3, 'Weeks', '<RowBasedRetention>true</RowBasedRetention>'));
    const { message } = await sandbox.retrieve('DataExtension', [
      'DataRetentionPeriodLength',
      'DataRetentionPeriodUnitOfMeasure',
      'DataRetentionPeriod',
      'RowBasedRetention',
    ]);
    assert.deepEqual(
      ['DataRetentionPeriodLength', 'DataRetentionPeriodUnitOfMeasure', 'DataRetentionPeriod'].map((name) =>
        textsOf(message, name).join(),
      ),
      ['3', '4', 'Weeks'],
    );
  });
});
