/** Rules about data, identity and time. */
import assert from 'node:assert/strict';
import { connected, fixed, found, lintText, retrieve, where, write } from './linting.ts';

describe('prefer-extract (D1)', () => {
  it('finds tracking retrieves without a filter', () => {
    assert.deepEqual(found('prefer-extract', retrieve('ClickEvent', ['URL'])), ['ClickEvent']);
    assert.deepEqual(
      found('prefer-extract', retrieve('ClickEvent', ['URL'], where('SendID', '<Value>1</Value>'))),
      [],
    );
    assert.deepEqual(found('prefer-extract', retrieve('Send', ['ID'])), []);
  });
});

describe('prefer-key (D3)', () => {
  const subscriber = (list: string): string =>
    write(
      'Update',
      `<Objects xsi:type="Subscriber"><SubscriberKey>a</SubscriberKey><Lists>${list}</Lists></Objects>`,
    );

  it('finds IDs of objects that have keys', () => {
    const definition = (inner: string): string =>
      write('Update', `<Objects xsi:type="TriggeredSendDefinition">${inner}</Objects>`);
    assert.deepEqual(
      found('prefer-key', definition('<CustomerKey>w</CustomerKey><Email><ID>1</ID></Email>')),
      ['ID'],
    );
    assert.deepEqual(found('prefer-key', definition('<ObjectID>x</ObjectID>')), ['ObjectID']);
    assert.deepEqual(
      found('prefer-key', definition('<CustomerKey>w</CustomerKey><ObjectID>x</ObjectID>')),
      [],
    );
    assert.deepEqual(
      found('prefer-key', definition('<CustomerKey>w</CustomerKey><Client><ID>7</ID></Client>')),
      [],
    );
    assert.deepEqual(
      found('prefer-key', write('Create', '<Objects xsi:type="List"><ID>1</ID></Objects>')),
      [],
    );
    assert.deepEqual(
      found('prefer-key', write('Delete', '<Objects xsi:type="BusinessUnit"><ID>7</ID></Objects>')),
      [],
    );
  });

  it('tells waiting for an ID from writing one', () => {
    const waiting = write(
      'Delete',
      '<Objects xsi:type="List"><ID>{{made.response.body.//NewID}}</ID></Objects>',
    );
    assert.match(lintText(waiting)[0]?.message ?? '', /^This waits for another call/);
  });

  it('offers the key that the org knows', () => {
    const text = write('Delete', '<Objects xsi:type="List"><ID>1001</ID></Objects>');
    assert.equal(
      fixed('prefer-key', 'Name it by its key, customers', { text, facts: connected }),
      write('Delete', '<Objects xsi:type="List"><CustomerKey>customers</CustomerKey></Objects>'),
    );
    assert.equal(lintText(subscriber('<ID>1003</ID>'), connected)[0]?.fixes?.().length ?? 1, 1);
  });
});

describe('subscriber-id (D4)', () => {
  it('finds the ID as an identifier in objects, filters and parameters', () => {
    const subscriber = (inner: string): string =>
      write('Delete', `<Objects xsi:type="Subscriber">${inner}</Objects>`);
    assert.deepEqual(found('subscriber-id', subscriber('<ID>1</ID>')), ['ID']);
    assert.deepEqual(found('subscriber-id', subscriber('<ID>1</ID><SubscriberKey>a</SubscriberKey>')), []);
    assert.deepEqual(
      found('subscriber-id', retrieve('Subscriber', ['Status'], where('ID', '<Value>1</Value>'))),
      ['Property'],
    );
    assert.deepEqual(
      found('subscriber-id', retrieve('List', ['ListName'], where('ID', '<Value>1</Value>'))),
      [],
    );
    const execute = (...names: string[]): string =>
      `<ExecuteRequestMsg><Requests><Name>LogUnsubEvent</Name>${names.map((name) => `<Parameters><Name>${name}</Name><Value>1</Value></Parameters>`).join('')}</Requests></ExecuteRequestMsg>`;
    assert.deepEqual(found('subscriber-id', execute('SubscriberID')), ['Name']);
    assert.deepEqual(found('subscriber-id', execute('SubscriberID', 'SubscriberKey')), []);
  });
});

describe('partner-key (D5)', () => {
  const list = (inner: string): string => write('Update', `<Objects xsi:type="List">${inner}</Objects>`);

  it('strikes partner properties through, and spares the way to set null', () => {
    assert.deepEqual(found('partner-key', list('<PartnerKey>a</PartnerKey>')), ['PartnerKey']);
    assert.equal(lintText(list('<PartnerKey>a</PartnerKey>'))[0]?.tag, 'deprecated');
    const nullified =
      '<PartnerProperties xsi:type="NullAPIProperty"><Name>Description</Name></PartnerProperties>';
    assert.deepEqual(found('partner-key', list(nullified)), []);
  });

  it('replaces or deletes them', () => {
    assert.equal(
      fixed('partner-key', 'Replace', {
        text: list('<Client><PartnerClientKey>uk</PartnerClientKey></Client>'),
      }),
      list('<Client><ID>{{$mid}}</ID></Client>'),
    );
    assert.equal(
      fixed('partner-key', 'Delete', {
        text: list('\n    <PartnerKey xsi:nil="true"/>\n    <ListName>a</ListName>'),
      }),
      list('\n    <ListName>a</ListName>'),
    );
    assert.match(
      fixed('partner-key', 'Ask', { text: retrieve('Send', ['Client.PartnerClientKey']) }),
      />Client\.ID</,
    );
    assert.equal(
      fixed('partner-key', 'Do not', { text: retrieve('Send', ['ID', 'PartnerKey']) }),
      retrieve('Send', ['ID']),
    );
  });
});

describe('key-length (D10)', () => {
  const create = (key: string, type = 'DataExtension'): string =>
    write('Create', `<Objects xsi:type="${type}"><CustomerKey>${key}</CustomerKey></Objects>`);

  it('counts the characters of keys that are made', () => {
    assert.deepEqual(found('key-length', create('k'.repeat(36))), []);
    assert.deepEqual(found('key-length', create('k'.repeat(37))), ['k'.repeat(37)]);
    assert.deepEqual(found('key-length', create(`{{${'k'.repeat(37)}}}`)), []);
    assert.deepEqual(found('key-length', create('k'.repeat(37), 'DataExtensionObject')), []);
    assert.deepEqual(found('key-length', create(`${'k'.repeat(35)}&amp;`)), []);
  });
});

describe('date-offset (D11)', () => {
  const filtered = (value: string, property = 'SendDate'): string =>
    retrieve('Send', ['ID'], where(property, value));

  it('finds dates without an offset by the type of their element or property', () => {
    for (const date of ['2026-01-31', '2026-01-31T10:00', '2026-01-31T10:00:00', '2026-01-31T10:00:00.123']) {
      assert.deepEqual(found('date-offset', filtered(`<DateValue>${date}</DateValue>`)), [date]);
      assert.deepEqual(found('date-offset', filtered(`<Value>${date}</Value>`)), [date]);
    }
    for (const date of [
      '2026-01-31T10:00:00Z',
      '2026-01-31T10:00:00+01:00',
      '{{$datetime iso8601}}',
      'today',
      '',
    ]) {
      assert.deepEqual(found('date-offset', filtered(`<DateValue>${date}</DateValue>`)), [], date);
    }
    assert.deepEqual(found('date-offset', filtered('<Value>2026-01-31</Value>', 'EmailName')), []);
    const schedule =
      '<ScheduleRequestMsg><Schedule><StartDateTime>2026-01-31T10:00:00</StartDateTime></Schedule></ScheduleRequestMsg>';
    assert.deepEqual(found('date-offset', schedule), ['2026-01-31T10:00:00']);
    const zoned = schedule.replace('</Schedule>', '<TimeZone><ID>1</ID></TimeZone></Schedule>');
    assert.deepEqual(found('date-offset', zoned), []);
  });

  it('finds a date in the variable that holds it, once', () => {
    const text = `@day = 2026-01-31\n${filtered('<DateValue>{{day}}</DateValue>')}###\n${filtered('<DateValue>{{day}}</DateValue>')}`;
    assert.deepEqual(found('date-offset', text), ['2026-01-31']);
    assert.match(fixed('date-offset', 'Add Z', { text }), /^@day = 2026-01-31T00:00:00Z\n/);
  });

  it('adds the server’s own offset, or UTC', () => {
    const text = filtered('<DateValue> 2026-01-31T10:00:00 </DateValue>');
    assert.match(fixed('date-offset', 'Add -06:00', { text }), /> 2026-01-31T10:00:00-06:00 </);
    const safe = lintText(text)[0]
      ?.fixes?.()
      .filter((fix) => fix.safe === true);
    assert.deepEqual(
      safe?.map(({ title }) => title.slice(0, 10)),
      ['Add -06:00'],
    );
  });
});

describe('sub-object-property (D12)', () => {
  it('finds sub-objects, and names their properties', () => {
    assert.deepEqual(found('sub-object-property', retrieve('Send', ['ID', 'Client', 'Client.ID'])), [
      'Client',
    ]);
    assert.deepEqual(found('sub-object-property', retrieve('Nothing', ['Client'])), []);
    const named = fixed('sub-object-property', 'Ask for', { text: retrieve('Send', ['ID', 'Email']) });
    assert.match(named, /<Properties>Email\.ID<\/Properties>/);
    assert.deepEqual(found('sub-object-property', named), []);
  });
});
