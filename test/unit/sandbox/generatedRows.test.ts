/** The rows of the demo, which are generated, and writes over them. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textsOf, type TestSandbox } from '../../support/sandbox.ts';
import { row } from './extensions.ts';
import { allPages, equals, filter, outcome, write, type WriteMethod } from './requests.ts';

describe('sandbox rows that are generated', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  afterEach(() => sandbox.stop());

  const customers = 'DataExtensionObject[Customers]';

  it('are updated, deleted and added to', async () => {
    const save = async (method: WriteMethod, cells: Readonly<Record<string, string>>): Promise<string> => {
      const mine = row(cells).replace('<CustomerKey>de<', '<CustomerKey>Customers<');
      return outcome(await write(sandbox, method, mine));
    };
    assert.equal(
      await save('Update', { CustomerKey: 'NW-0050000', City: 'Kyoto' }),
      'OK: Updated DataExtensionObject',
    );
    const columns = ['CustomerKey', 'City', 'PostalCode'];
    const changed = await sandbox.retrieve(customers, columns, equals('CustomerKey', 'NW-0050000'));
    const [key, city, postalCode] = textsOf(changed.message, 'Value');
    assert.deepEqual([key, city], ['NW-0050000', 'Kyoto']);
    assert.notEqual(postalCode, '', 'the other columns stay');
    assert.equal(await save('Delete', { CustomerKey: 'NW-0099999' }), 'OK: Deleted DataExtensionObject');
    assert.equal(await save('Delete', { CustomerKey: 'NW-0099999' }), 'Error 2');
    assert.equal(await save('Update', { CustomerKey: 'NW-0100001', City: 'x' }), 'Error 2');
    assert.equal(await save('Create', { CustomerKey: 'NW-0000001', EmailAddress: 'a@b.cd' }), 'Error 2');
    assert.equal(
      await save('Create', { CustomerKey: 'new-1', EmailAddress: 'a@b.cd' }),
      'OK: Created DataExtensionObject',
    );
    const last = await sandbox.retrieve(
      customers,
      ['CustomerKey'],
      filter('_CustomObjectKey', 'greaterThan', '99997'),
    );
    assert.deepEqual(textsOf(last.message, 'Value'), ['NW-0099998', 'NW-0100000', 'new-1']);
  });

  it('hold what breaks careless programs', async () => {
    const notes = new Set(textsOf((await sandbox.retrieve(customers, ['Notes'])).message, 'Value'));
    for (const text of [
      '',
      '   ',
      '000123',
      '&amp; is already escaped &lt;once&gt;',
      'first line\r\nsecond line\r\n',
      'Grüße aus Köln, Straße 5',
    ])
      assert.ok(notes.has(text), text);
    assert.ok([...notes].some((text) => text.length === 4000));
    assert.ok([...notes].some((text) => text.includes('🎉')));
    const numbers = textsOf((await sandbox.retrieve(customers, ['AccountNumber'])).message, 'Value');
    assert.equal(numbers[41], '000000042');
  });

  it('cover every type of column', async () => {
    const pages = await allPages(sandbox, sandbox.retrieve('DataExtensionField', ['FieldType']));
    const types = new Set(pages.flatMap(({ message }) => textsOf(message, 'FieldType')));
    assert.equal(types.size, 10, [...types].join());
  });
});
