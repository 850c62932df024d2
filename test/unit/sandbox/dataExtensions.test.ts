/** Writing data extensions and their columns. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { cellsOf, field, keyField, makeExtension, row } from './extensions.ts';
import { equals, object, outcome, upsert, write, type WriteMethod } from './requests.ts';

describe('sandbox data extensions', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 'empty', clock: manualClock(Date.UTC(2030, 4, 16, 18, 1, 2)) });
  });
  afterEach(() => sandbox.stop());

  const make = (fields: string, rest = ''): Promise<SoapReply> => makeExtension(sandbox, fields, rest);
  const save = (method: WriteMethod, content: string): Promise<SoapReply> =>
    write(sandbox, method, object('DataExtension', content));
  const insert = (cells: Readonly<Record<string, string>>): Promise<SoapReply> =>
    write(sandbox, 'Create', row(cells));
  const cells = (...names: string[]): Promise<string[]> => cellsOf(sandbox, ...names);
  const fieldId = async (name: string): Promise<string> => {
    const { message } = await sandbox.retrieve(
      'DataExtensionField',
      ['ObjectID'],
      equals('CustomerKey', `[de].[${name}]`),
    );
    return textOf(message, 'ObjectID') ?? '';
  };

  it('are created with their columns, and found again', async () => {
    const reply = await make(
      keyField + field('Amount', 'Decimal', '<Scale>2</Scale><MaxLength>18</MaxLength>'),
    );
    assert.match(
      reply.message,
      /<Results><StatusCode>OK<\/StatusCode><StatusMessage>Data Extension created\.<\/StatusMessage><OrdinalID>0<\/OrdinalID><NewID>0<\/NewID><NewObjectID>[0-9a-f-]{36}<\/NewObjectID><Object xsi:type="DataExtension"><PartnerKey xsi:nil="true"\/><ObjectID>[0-9a-f-]{36}<\/ObjectID><CustomerKey>de<\/CustomerKey><Name>de<\/Name>/,
    );
    const fields = await sandbox.retrieve('DataExtensionField', [
      'Name',
      'FieldType',
      'MaxLength',
      'Scale',
      'IsPrimaryKey',
      'Ordinal',
    ]);
    assert.deepEqual(textsOf(fields.message, 'Name'), ['Id', 'Amount']);
    assert.deepEqual(textsOf(fields.message, 'FieldType'), ['Text', 'Decimal']);
    assert.deepEqual(textsOf(fields.message, 'MaxLength'), ['36', '18']);
    assert.deepEqual(textsOf(fields.message, 'IsPrimaryKey'), ['true', 'false']);
  });

  it('have names and keys that nobody else has', async () => {
    await make(keyField);
    const again = await make(keyField);
    assert.equal(outcome(again), 'Error 1');
    assert.match(textOf(again.message, 'StatusMessage') ?? '', /already in use/);
    const other = await save(
      'Create',
      `<CustomerKey>x</CustomerKey><Name>DE</Name><Fields>${keyField}</Fields>`,
    );
    assert.equal(outcome(other), 'Error 1');
  });

  it('are refused without columns, with two of one name, or with a text that is too long', async () => {
    for (const fields of [
      '',
      keyField + keyField,
      field('Long', 'Text', '<MaxLength>4001</MaxLength>'),
      '<Field/>',
      field('N', 'Number', '<DefaultValue>x</DefaultValue>'),
    ]) {
      assert.equal(outcome(await make(fields)), 'Error 2', fields);
    }
  });

  it('are made or changed, whichever is needed, with the save option for that', async () => {
    const content = `<CustomerKey>de</CustomerKey><Name>de</Name><Description>NEW</Description><Fields>${keyField}</Fields>`;
    const upserted = await write(sandbox, 'Update', object('DataExtension', content), upsert);
    assert.equal(outcome(upserted), 'OK: Data Extension created.');
    const changed = object(
      'DataExtension',
      '<CustomerKey>de</CustomerKey><Description>CHANGED</Description>',
    );
    assert.equal(outcome(await write(sandbox, 'Create', changed, upsert)), 'OK: Data Extension updated.');
    const shown = await sandbox.retrieve('DataExtension', ['Description']);
    assert.deepEqual(textsOf(shown.message, 'Description'), ['CHANGED']);
  });

  it('can be sendable, and show it as a retrieve does', async () => {
    const sendable =
      '<IsSendable>true</IsSendable><SendableDataExtensionField><Name>Id</Name></SendableDataExtensionField><SendableSubscriberField><Name>Subscriber Key</Name><Value/></SendableSubscriberField>';
    assert.equal(outcome(await make(keyField, sendable)), 'OK: Data Extension created.');
    const { message } = await sandbox.retrieve('DataExtension', [
      'IsSendable',
      'SendableDataExtensionField.Name',
      'SendableSubscriberField.Name',
    ]);
    assert.match(
      message,
      /<IsSendable>true<.*<Name>Id<.*<SendableSubscriberField><Name>_SubscriberKey<\/Name><\/SendableSubscriberField>/,
    );
    const bad = await save(
      'Create',
      `<CustomerKey>b</CustomerKey><Name>b</Name><IsSendable>true</IsSendable><Fields>${keyField}</Fields>`,
    );
    assert.equal(outcome(bad), 'Error 2');
  });

  it('gain columns, which older rows show empty or with the default', async () => {
    await make(keyField);
    await insert({ Id: 'a' });
    const added = await save(
      'Update',
      `<CustomerKey>de</CustomerKey><Fields>${field('City', 'Text', '<MaxLength>50</MaxLength>')}${field('Tier', 'Text', '<DefaultValue>Bronze</DefaultValue><MaxLength>9</MaxLength>')}</Fields>`,
    );
    assert.equal(outcome(added), 'OK: Data Extension updated.');
    assert.deepEqual(await cells('Id', 'City', 'Tier'), ['a', '', 'Bronze']);
    const required = await save(
      'Update',
      `<CustomerKey>de</CustomerKey><Fields>${field('Must', 'Text', '<IsRequired>true</IsRequired>')}</Fields>`,
    );
    assert.equal(outcome(required), 'Error 2');
  });

  it('let columns grow and be renamed, but neither shrink nor change their type', async () => {
    await make(keyField + field('City', 'Text', '<MaxLength>50</MaxLength>'));
    await insert({ Id: 'a', City: 'Köln' });
    const id = await fieldId('City');
    const change = (rest: string): Promise<SoapReply> =>
      save(
        'Update',
        `<CustomerKey>de</CustomerKey><Fields><Field><ObjectID>${id}</ObjectID>${rest}</Field></Fields>`,
      );
    const grown = await change('<Name>Town</Name><MaxLength>60</MaxLength>');
    assert.equal(outcome(grown), 'OK: Data Extension updated.');
    assert.deepEqual(await cells('Town'), ['Köln']);
    for (const rest of [
      '<MaxLength>10</MaxLength>',
      '<FieldType>Number</FieldType>',
      '<FieldType>Text</FieldType>',
      '<IsRequired>true</IsRequired>',
      '<Name>Id</Name>',
    ]) {
      assert.equal(outcome(await change(rest)), 'Error 2', rest);
    }
  });

  it('lose the columns that a delete names, and themselves when it names none', async () => {
    await make(keyField + field('City', 'Text'));
    await insert({ Id: 'a', City: 'x' });
    const drop = (id: string): Promise<SoapReply> =>
      save(
        'Delete',
        `<CustomerKey>de</CustomerKey><Fields><Field><ObjectID>${id}</ObjectID></Field></Fields>`,
      );
    assert.equal(outcome(await drop(await fieldId('Id'))), 'Error 2');
    assert.equal(outcome(await drop(await fieldId('City'))), 'OK: Data Extension Fields deleted');
    await save('Update', `<CustomerKey>de</CustomerKey><Fields>${field('City', 'Text')}</Fields>`);
    assert.deepEqual(
      await cells('Id', 'City'),
      ['a', ''],
      'the new column does not show the old one’s values',
    );
    const whole = (): Promise<SoapReply> => save('Delete', '<CustomerKey>de</CustomerKey>');
    assert.equal(outcome(await whole()), 'OK: Data Extension deleted.');
    assert.equal(outcome(await whole()), 'Error 3');
  });
});
