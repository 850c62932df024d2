/** Writing the rows of data extensions. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { cellsOf, field, keyField, makeExtension, row } from './extensions.ts';
import { outcome, perform, saveOption, upsert, write, type WriteMethod } from './requests.ts';

describe('sandbox rows', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 'empty', clock: manualClock(Date.UTC(2030, 4, 16, 18, 1, 2)) });
  });
  afterEach(() => sandbox.stop());

  const make = (fields: string): Promise<SoapReply> => makeExtension(sandbox, fields);
  const save = (method: WriteMethod, objects: string, options = ''): Promise<SoapReply> =>
    write(sandbox, method, objects, options);
  const cells = (...names: string[]): Promise<string[]> => cellsOf(sandbox, ...names);

  it('keep every text exactly', async () => {
    await make(keyField + field('Note', 'Text', '<MaxLength>4000</MaxLength>'));
    const texts = ['007', '  both ends  ', 'a\tb\nc\rd', '<&>"\'', '😀 ß', '%%x%%', ']]>', 'x'.repeat(4000)];
    const escaped = texts.map((text) =>
      text.replace(/[<>&\r\n\t]/g, (sign) => `&#${String(sign.charCodeAt(0))};`),
    );
    const reply = await save(
      'Create',
      escaped.map((Note, index) => row({ Id: String(index), Note })).join(''),
    );
    assert.equal(textOf(reply.message, 'OverallStatus'), 'OK');
    assert.deepEqual(await cells('Note'), texts);
  });

  it('show dates, booleans and numbers in the service’s own form', async () => {
    await make(
      keyField +
        field('Day', 'Date') +
        field('Yes', 'Boolean') +
        field('Count', 'Number') +
        field('Price', 'Decimal', '<Scale>2</Scale><MaxLength>8</MaxLength>') +
        field('Made', 'Date', '<DefaultValue>getdate()</DefaultValue>'),
    );
    await save(
      'Create',
      row({ Id: 'a', Day: '2030-05-16T19:01:02Z', Yes: '1', Count: '007', Price: '12.345' }),
    );
    assert.deepEqual(await cells('Day', 'Yes', 'Count', 'Price', 'Made'), [
      '5/16/2030 1:01:02 PM',
      'True',
      '7',
      '12.35',
      '5/16/2030 12:01:02 PM',
    ]);
    await save('Update', row({ Day: '', Count: '' }, { Id: 'a' }));
    await save(
      'Update',
      '<Objects xsi:type="DataExtensionObject"><CustomerKey>de</CustomerKey><Properties><Property xsi:type="NullAPIProperty"><Name>Yes</Name></Property></Properties><Keys><Key><Name>Id</Name><Value>a</Value></Key></Keys></Objects>',
    );
    assert.deepEqual(await cells('Day', 'Yes', 'Count', 'Price'), ['', '', '', '12.35']);
  });

  it('insert, update, upsert and delete rows with the recorded results', async () => {
    await make(keyField + field('City', 'Text', '<MaxLength>10</MaxLength>'));
    const created = await save('Create', row({ Id: 'a1', City: 'Leeds' }));
    assert.match(
      created.message,
      /<Results xsi:type="DataExtensionCreateResult"><StatusCode>OK<\/StatusCode><StatusMessage>Created DataExtensionObject<\/StatusMessage><OrdinalID>0<\/OrdinalID><NewID>0<\/NewID><Object xsi:type="DataExtensionObject"><PartnerKey xsi:nil="true"\/><ObjectID xsi:nil="true"\/><CustomerKey>de<\/CustomerKey><Properties>/,
    );
    const updated = await save('Update', row({ City: 'York' }, { Id: 'A1' }));
    assert.match(
      updated.message,
      /xsi:type="DataExtensionUpdateResult"><StatusCode>OK<\/StatusCode><StatusMessage>Updated DataExtensionObject</,
    );
    assert.deepEqual(await cells('Id', 'City'), ['a1', 'York'], 'keys are found without regard to case');
    const second = await save('Update', row({ Id: 'a2', City: 'Bath' }), upsert);
    assert.equal(outcome(second), 'OK: Updated DataExtensionObject');
    assert.deepEqual(await cells('Id', 'City'), ['a1', 'York', 'a2', 'Bath']);
    const deleted = await save('Delete', row({}, { Id: 'a1' }));
    assert.match(
      deleted.message,
      /xsi:type="DataExtensionDeleteResult"><StatusCode>OK<\/StatusCode><StatusMessage>Deleted DataExtensionObject</,
    );
    assert.deepEqual(await cells('Id'), ['a2']);
  });

  it('refuse rows that are there already or are not there', async () => {
    await make(keyField + field('City', 'Text'));
    await save('Create', row({ Id: 'a' }));
    const twice = await save('Create', row({ Id: 'A', City: 'x' }));
    assert.match(textOf(twice.message, 'ErrorMessage') ?? '', /Violation of PRIMARY KEY constraint/);
    const missing = await save('Update', row({ City: 'x' }, { Id: 'z' }));
    assert.equal(
      textOf(missing.message, 'ErrorMessage'),
      'Concurrency violation: the UpdateCommand affected 0 of the expected 1 records.',
    );
    assert.match(
      textOf(missing.message, 'StatusMessage') ?? '',
      /^Unable to save rows for data extension ID [0-9a-f-]{36}$/,
    );
    assert.equal(outcome(await save('Delete', row({}, { Id: 'z' }))), 'Error 2');
    assert.equal(outcome(await save('Update', row({ Id: 'a' }), saveOption('AddOnly'))), 'Error 2');
    assert.equal(outcome(await save('Create', row({ Id: 'q' }), saveOption('UpdateOnly'))), 'Error 2');
    assert.deepEqual(await cells('Id'), ['a']);
  });

  it('say which values are wrong, apart for keys and others', async () => {
    await make(
      keyField +
        field('Email', 'EmailAddress', '<IsRequired>true</IsRequired>') +
        field('Count', 'Number') +
        field('Short', 'Text', '<MaxLength>3</MaxLength>'),
    );
    const reply = await save('Create', row({ Count: 'many', Short: 'long', Email: 'nobody' }));
    assert.equal(textOf(reply.message, 'StatusCode'), 'Error');
    const errors = (kind: string): string[] =>
      textsOf(new RegExp(`<${kind}>.*</${kind}>`).exec(reply.message)?.[0] ?? '', 'Name');
    assert.deepEqual(errors('KeyErrors'), ['Id']);
    assert.deepEqual(errors('ValueErrors'), ['Count', 'Short', 'Email']);
    assert.ok(reply.message.includes('The value for column [Email] is not a valid email address.'));
    const required = await save('Create', row({ Id: 'a' }));
    assert.ok(required.message.includes('The value for column [Email] is required.'));
    assert.deepEqual(await cells('Id'), []);
  });

  it('drop unknown columns without a word, save in the journal', async () => {
    await make(keyField);
    const reply = await save('Create', row({ Id: 'a', Nonsense: 'x' }));
    assert.equal(textOf(reply.message, 'OverallStatus'), 'OK');
    assert.deepEqual(sandbox.lastRequest()?.problems, ['de has no column "Nonsense": its value is dropped.']);
  });

  it('take more than 50 objects in a call, and tell mixed success', async () => {
    await make(keyField);
    const many = await save(
      'Create',
      Array.from({ length: 120 }, (_, index) => row({ Id: String(index % 100) })).join(''),
    );
    assert.equal(textOf(many.message, 'OverallStatus'), 'Has Errors');
    assert.deepEqual(
      textsOf(many.message, 'OrdinalID'),
      Array.from({ length: 120 }, (_, index) => String(index)),
    );
    assert.equal(textsOf(many.message, 'StatusCode').filter((code) => code === 'OK').length, 100);
    assert.equal((await cells('Id')).length, 100);
  });

  it('are emptied by ClearData', async () => {
    await make(keyField);
    await save('Create', row({ Id: 'a' }) + row({ Id: 'b' }));
    const clear = (key: string): Promise<SoapReply> =>
      perform(sandbox, 'cleardata', 'DataExtension', `<CustomerKey>${key}</CustomerKey>`);
    const cleared = await clear('de');
    assert.match(
      cleared.message,
      /^<PerformResponseMsg[^>]*><Results><Result><StatusCode>OK<.*<\/Task><\/Result><\/Results><OverallStatus>OK<\/OverallStatus><OverallStatusMessage\/><RequestID>/,
    );
    assert.deepEqual(await cells('Id'), []);
    assert.equal(textOf((await clear('nope')).message, 'OverallStatus'), 'Error');
    assert.equal(outcome(await save('Create', row({ Id: 'a' }))), 'OK: Created DataExtensionObject');
  });
});
