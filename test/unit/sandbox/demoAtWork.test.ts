/** What the demo has at work: it can be looked at, started, and goes on by itself. */
import assert from 'node:assert/strict';
import { manualClock, type ManualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type TestSandbox } from '../../support/sandbox.ts';
import { equals, outcome, perform, taskId } from './requests.ts';

const hour = 3_600_000;

describe('sandbox demo', () => {
  let sandbox: TestSandbox;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = manualClock(Date.UTC(2030, 4, 16, 18));
    sandbox = await startSandbox({ clock });
  });
  afterEach(() => sandbox.stop());

  const show = async (type: string, key: string, ...names: readonly string[]): Promise<string[]> => {
    const { message } = await sandbox.retrieve(type, names, equals('CustomerKey', key));
    return names.map((name) => textOf(message, name) ?? '');
  };

  it('has a query, a filter and a file trigger', async () => {
    const [name = '', target = '', sql = ''] = await show(
      'QueryDefinition',
      'loyalty-gold-de',
      'Name',
      'TargetUpdateType',
      'QueryText',
    );
    assert.deepEqual([name, target], ['Loyalty gold, Germany', 'Overwrite']);
    assert.match(sql, /FROM Customers c/);
    const filter = await sandbox.retrieve(
      'FilterDefinition',
      ['Name', 'DataSource.ListName'],
      equals('CustomerKey', 'readers-in-london'),
    );
    assert.match(
      filter.message,
      /<Name>DataSource\.ListName<\/Name><Value>Newsletter<.*<Name>Newsletter readers in London</,
    );
    assert.deepEqual(await show('FilterActivity', 'readers-in-london', 'Name'), [
      'Newsletter readers in London',
    ]);
    assert.deepEqual(await show('FileTrigger', 'shop-orders', 'Name', 'Type', 'Status'), [
      'Orders of the web shop',
      'orders',
      'New',
    ]);
  });

  it('has an automation whose last nights can be seen, and whose next one comes', async () => {
    const [id = '', status = ''] = await show('Automation', 'nightly-segments', 'ObjectID', 'Status');
    assert.equal(status, '6', 'it is scheduled');
    const runs = async (): Promise<string[]> =>
      textsOf(
        (await sandbox.retrieve('AutomationInstance', ['Status'], equals('AutomationID', id))).message,
        'Status',
      );
    assert.deepEqual(await runs(), ['1', '2', '1', '1', '1']);
    const before = textsOf(
      (await sandbox.retrieve('DataExtensionObject[Loyalty_Gold_DE]', ['SubscriberKey'])).message,
      'Value',
    );
    // Noon in server time: the night's run begins 15 hours later.
    clock.advance(15 * hour + 10 * 60_000);
    assert.deepEqual(await runs(), ['1', '2', '1', '1', '1', '1']);
    const after = await sandbox.retrieve('DataExtensionObject[Loyalty_Gold_DE]', ['Locale', 'Points']);
    const cells = textsOf(after.message, 'Value');
    assert.ok(cells.length > 0);
    assert.notEqual(cells.length / 2, before.length);
    for (const [index, cell] of cells.entries()) {
      assert.ok(index % 2 === 0 ? cell === 'de-DE' : Number(cell) >= 9000, cell);
    }
  });

  it('leaves competitors out of its invitation, which is from a sender of its own', async () => {
    assert.deepEqual(await show('SuppressionListDefinition', 'competitors', 'Name', 'SubscriberCount'), [
      'Competitors',
      '4',
    ]);
    const folder = await show('DataExtension', 'competitors', 'CategoryID');
    const folders = await sandbox.retrieve('DataFolder', ['ContentType'], equals('ID', folder[0] ?? ''));
    assert.equal(textOf(folders.message, 'ContentType'), 'suppression_list');
    const started = await perform(
      sandbox,
      'start',
      'EmailSendDefinition',
      '<CustomerKey>trade-fair-invitation</CustomerKey>',
    );
    assert.equal(outcome(started), 'OK: EmailSendDefinition performed');
    const { message } = await sandbox.retrieve(
      'Send',
      ['FromName', 'NumberExcluded', 'NumberTargeted'],
      equals('ID', taskId(started)),
    );
    assert.deepEqual(
      [textOf(message, 'FromName'), textOf(message, 'NumberExcluded')],
      ['Northwind Events', '3'],
    );
    assert.ok(Number(textOf(message, 'NumberTargeted')) > 100);
  });
});
