/** Rules that compare what is written with the org that is connected. */
import assert from 'node:assert/strict';
import type { LiveFacts } from '../../../../src/language/facts.ts';
import { connected, fixed, found, retrieve, triggeredSend, where, write } from './linting.ts';

describe('unknown-key (D3)', () => {
  const start = (type: string, key: string): string =>
    `<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="${type}"><CustomerKey>${key}</CustomerKey></Definition></Definitions></PerformRequestMsg>`;

  it('compares with what the org has', () => {
    assert.deepEqual(found('unknown-key', start('EmailSendDefinition', 'weekly-newsleter'), connected), [
      'weekly-newsleter',
    ]);
    assert.deepEqual(found('unknown-key', start('EmailSendDefinition', 'Weekly-Newsletter'), connected), []);
    assert.deepEqual(found('unknown-key', start('EmailSendDefinition', '{{key}}'), connected), []);
    assert.deepEqual(found('unknown-key', start('EmailSendDefinition', 'weekly-newsleter')), []);
    assert.deepEqual(found('unknown-key', start('SenderProfile', 'any'), connected), []);
    assert.match(
      fixed('unknown-key', 'Change to weekly-newsletter', {
        text: start('EmailSendDefinition', 'weekly-newsleter'),
        facts: connected,
      }),
      />weekly-newsletter</,
    );
  });

  it('knows data extensions by their columns', () => {
    const rows = (key: string): string => retrieve(`DataExtensionObject[${key}]`, ['City']);
    assert.deepEqual(found('unknown-key', rows('Nobody'), connected), ['DataExtensionObject[Nobody]']);
    assert.deepEqual(found('unknown-key', rows('Customers'), connected), []);
    assert.deepEqual(found('unknown-key', rows('Nobody')), []);
  });

  it('counts what the file creates as there', () => {
    const created = write(
      'Create',
      '<Objects xsi:type="DataExtension"><CustomerKey>Nobody</CustomerKey></Objects>',
    );
    assert.deepEqual(
      found('unknown-key', `${created}###\n${retrieve('DataExtensionObject[Nobody]', ['City'])}`, connected),
      [],
    );
    const upsert = write(
      'Update',
      '<Objects xsi:type="EmailSendDefinition"><CustomerKey>new</CustomerKey></Objects>',
      '<Options><SaveOptions><SaveOption><PropertyName>*</PropertyName><SaveAction>UpdateAdd</SaveAction></SaveOption></SaveOptions></Options>',
    );
    assert.deepEqual(found('unknown-key', upsert, connected), []);
  });
});

describe('unknown-attribute (D8)', () => {
  const subscriber = (name: string): string =>
    write(
      'Create',
      `<Objects xsi:type="Subscriber"><Attributes><Name>${name}</Name><Value>v</Value></Attributes></Objects>`,
    );

  it('compares with the attributes that there are', () => {
    assert.deepEqual(found('unknown-attribute', subscriber('Frist Name'), connected), ['Frist Name']);
    assert.deepEqual(found('unknown-attribute', subscriber('first name'), connected), []);
    assert.deepEqual(found('unknown-attribute', subscriber('Frist Name')), []);
    assert.equal(
      fixed('unknown-attribute', 'Change', { text: subscriber('Frist Name'), facts: connected }),
      subscriber('First Name'),
    );
    const handed = triggeredSend('', '<Attributes><Name>OrderNumber</Name><Value>1</Value></Attributes>');
    assert.deepEqual(found('unknown-attribute', write('Create', handed), connected), []);
  });
});

describe('unknown-column (D9)', () => {
  const row = (name: string): string =>
    write(
      'Update',
      `<Objects xsi:type="DataExtensionObject"><CustomerKey>Customers</CustomerKey><Keys><Key><Name>CustomerKey</Name><Value>1</Value></Key></Keys><Properties><Property><Name>${name}</Name><Value>v</Value></Property></Properties></Objects>`,
    );

  it('compares what is written, asked and filtered with the columns that there are', () => {
    assert.deepEqual(found('unknown-column', row('Citty'), connected), ['Citty']);
    assert.deepEqual(found('unknown-column', row('city'), connected), []);
    assert.deepEqual(found('unknown-column', row('Citty')), []);
    const rows = retrieve(
      'DataExtensionObject[Customers]',
      ['_CustomObjectKey', 'City', 'Town'],
      where('Contry', '<Value>v</Value>'),
    );
    assert.deepEqual(found('unknown-column', rows, connected), ['Town', 'Contry']);
    assert.equal(
      fixed('unknown-column', 'Change to City', { text: row('Citty'), facts: connected }),
      row('City'),
    );
  });

  it('knows the columns that the file creates', () => {
    const created = write(
      'Create',
      '<Objects xsi:type="DataExtension"><CustomerKey>New</CustomerKey><Fields><Field><Name>Key</Name></Field></Fields></Objects>',
    );
    const text = `${created}###\n${retrieve('DataExtensionObject[New]', ['Key', 'Kee'])}`;
    const facts: readonly (LiveFacts | undefined)[] = [undefined, connected];
    for (const known of facts) assert.deepEqual(found('unknown-column', text, known), ['Kee']);
  });
});
