/** Rules about triggered sends, their definitions and their data. */
import assert from 'node:assert/strict';
import { connected, fixed, found, lintText, triggeredSend, write } from './linting.ts';

const attribute = (name: string, value: string): string =>
  `<Attributes><Name>${name}</Name><Value>${value}</Value></Attributes>`;

const page = '&lt;html&gt;&lt;body&gt;Hello&lt;/body&gt;&lt;/html&gt;';

describe('rendered-email (B10)', () => {
  it('finds a page in an attribute, escaped or not', () => {
    for (const value of [
      page,
      '<![CDATA[<!DOCTYPE html><p>Hello]]>',
      '<![CDATA[<td>a</td><td>b</td><td>c</td><td>d</td><td>e</td>]]>',
    ]) {
      const text = write('Create', triggeredSend('', attribute('Body', value)));
      assert.deepEqual(found('rendered-email', text), ['Value'], value);
    }
  });

  it('takes data for data, and other objects as they are', () => {
    for (const value of ['Ada', 'a &lt; b', '&lt;b&gt;bold&lt;/b&gt;', '{{body}}']) {
      assert.deepEqual(
        found('rendered-email', write('Create', triggeredSend('', attribute('x', value)))),
        [],
        value,
      );
    }
    const email = `<Objects xsi:type="Email"><HTMLBody>${page}</HTMLBody></Objects>`;
    assert.deepEqual(found('rendered-email', write('Create', email)), []);
  });
});

describe('restart-send (B11)', () => {
  const definition = (key: string, inner: string): string =>
    `<Objects xsi:type="TriggeredSendDefinition"><CustomerKey>${key}</CustomerKey>${inner}</Objects>`;
  const changed = '<EmailSubject>New</EmailSubject>';
  const status = (word: string): string => `<TriggeredSendStatus>${word}</TriggeredSendStatus>`;

  it('finds a change that starts the definition again', () => {
    assert.deepEqual(
      found('restart-send', write('Update', definition('welcome', status('Active') + changed))),
      ['EmailSubject'],
    );
    const refreshed = `${changed}<RefreshContent>true</RefreshContent>`;
    assert.deepEqual(found('restart-send', write('Update', definition('welcome', refreshed))), [
      'EmailSubject',
    ]);
  });

  it('finds a change in a file that pauses the definition', () => {
    const change = write('Update', definition('welcome', '<Email><CustomerKey>e</CustomerKey></Email>'));
    const pause = write('Update', definition('welcome', status('Inactive')));
    assert.deepEqual(found('restart-send', change), []);
    assert.deepEqual(found('restart-send', `${pause}###\n${change}`), ['Email']);
    assert.deepEqual(found('restart-send', `${pause.replace('welcome', 'other')}###\n${change}`), []);
  });

  it('knows from the org which definition is active', () => {
    assert.deepEqual(
      found('restart-send', write('Update', definition('order-shipped', changed)), connected),
      ['EmailSubject'],
    );
    assert.deepEqual(found('restart-send', write('Update', definition('welcome', changed)), connected), []);
    const elsewhere = `# @bu 7\n${write('Update', definition('order-shipped', changed))}`;
    assert.deepEqual(found('restart-send', elsewhere, connected), []);
  });
});

describe('content-in-data-extension (B13)', () => {
  const field = (name: string, rest: string): string =>
    write(
      'Create',
      `<Objects xsi:type="DataExtension"><Fields><Field><Name>${name}</Name>${rest}</Field></Fields></Objects>`,
    );

  it('finds wide columns for content', () => {
    assert.deepEqual(found('content-in-data-extension', field('HTML', '<FieldType>Text</FieldType>')), [
      'HTML',
    ]);
    assert.deepEqual(found('content-in-data-extension', field('MailBody', '<MaxLength>2000</MaxLength>')), [
      'MailBody',
    ]);
    assert.deepEqual(found('content-in-data-extension', field('HTML', '<MaxLength>100</MaxLength>')), []);
    assert.deepEqual(found('content-in-data-extension', field('Remark', '<FieldType>Text</FieldType>')), []);
    assert.deepEqual(
      found('content-in-data-extension', field('BodyMass', '<FieldType>Decimal</FieldType>')),
      [],
    );
  });

  it('finds pages in rows', () => {
    const row = (value: string): string =>
      write(
        'Create',
        `<Objects xsi:type="DataExtensionObject"><CustomerKey>a</CustomerKey><Properties><Property><Name>b</Name><Value>${value}</Value></Property></Properties></Objects>`,
      );
    assert.deepEqual(found('content-in-data-extension', row(page)), ['Value']);
    assert.deepEqual(found('content-in-data-extension', row('An ordinary remark, and quite a long one')), []);
  });
});

describe('send-time-attributes (B14)', () => {
  it('finds attributes of the send, not those of its subscribers', () => {
    assert.deepEqual(found('send-time-attributes', write('Create', triggeredSend(attribute('a', 'b')))), [
      'Attributes',
    ]);
    assert.deepEqual(
      found('send-time-attributes', write('Create', triggeredSend('', attribute('a', 'b')))),
      [],
    );
  });

  it('finds profile attributes that are made for send time', () => {
    const configure = (value: string): string =>
      `<ConfigureRequestMsg><Action>create</Action><Configurations><Configuration xsi:type="PropertyDefinition"><Name>a</Name><IsSendTime>${value}</IsSendTime></Configuration></Configurations></ConfigureRequestMsg>`;
    assert.deepEqual(found('send-time-attributes', configure('true')), ['IsSendTime']);
    assert.deepEqual(found('send-time-attributes', configure('false')), []);
  });
});

describe('triggered-send-list (C3)', () => {
  it('finds a list that stands for a data extension', () => {
    const definition = (inner: string): string =>
      write('Create', `<Objects xsi:type="TriggeredSendDefinition">${inner}</Objects>`);
    const list = '<List><CustomerKey>a</CustomerKey></List>';
    assert.deepEqual(found('triggered-send-list', definition(list)), ['List']);
    const source = '<SendSourceDataExtension><CustomerKey>b</CustomerKey></SendSourceDataExtension>';
    assert.deepEqual(found('triggered-send-list', definition(list + source)), []);
    assert.deepEqual(found('triggered-send-list', definition('')), []);
  });
});

describe('unbounded-text-column (C4)', () => {
  const field = '<Fields><Field><Name>Note</Name><FieldType>Text</FieldType></Field></Fields>';
  const extension = (inner: string): string =>
    write('Create', `<Objects xsi:type="DataExtension">${inner}</Objects>`);
  const template = '<Template><CustomerKey>TriggeredSendDataExtension</CustomerKey></Template>';

  it('looks at data extensions that a send can use', () => {
    assert.deepEqual(found('unbounded-text-column', extension(`<IsSendable>true</IsSendable>${field}`)), [
      'FieldType',
    ]);
    assert.deepEqual(found('unbounded-text-column', extension(template + field)), ['FieldType']);
    assert.deepEqual(found('unbounded-text-column', extension(field)), []);
    const bounded = field.replace('<FieldType>', '<MaxLength>50</MaxLength><FieldType>');
    assert.deepEqual(found('unbounded-text-column', extension(template + bounded)), []);
    assert.deepEqual(
      found('unbounded-text-column', extension(template + field.replace('>Text<', '>Date<'))),
      [],
    );
  });

  it('gives it a length in its place', () => {
    assert.equal(
      fixed('unbounded-text-column', 'Give it', { text: extension(template + field) }),
      extension(template + field.replace('<FieldType>', '<MaxLength>4000</MaxLength><FieldType>')),
    );
  });
});

describe('attribute-count (C8)', () => {
  it('points at the tenth', () => {
    const nine = Array.from({ length: 9 }, (_, index) => attribute(`a${String(index)}`, 'v')).join('');
    assert.deepEqual(found('attribute-count', write('Create', triggeredSend('', nine))), []);
    const ten = write('Create', triggeredSend('', nine + attribute('tenth', 'v')));
    const [finding] = lintText(ten);
    assert.equal(finding?.code, 'attribute-count');
    assert.equal(ten.slice(finding.range.start).startsWith('Attributes><Name>tenth'), true);
  });
});

describe('http-get-content (C9)', () => {
  it('finds the fetch in text and in CDATA', () => {
    const area = (content: string): string =>
      write('Create', `<Objects xsi:type="ContentArea"><Content>${content}</Content></Objects>`);
    assert.deepEqual(found('http-get-content', area('%%=HTTPGet("https://e.com")=%%')), ['HTTPGet(']);
    assert.deepEqual(
      found('http-get-content', area('<![CDATA[<script runat=server>HTTP.Get(u)</script>]]>')),
      ['HTTP.Get('],
    );
    assert.deepEqual(found('http-get-content', area('%%before; httpget "https://e.com"%%')), [
      '%%before; httpget',
    ]);
    assert.deepEqual(found('http-get-content', area('How HTTPGet works, <!-- HTTPGet( -->')), []);
  });
});

describe('from-at-send-time (C10)', () => {
  it('finds the sender among what is handed over', () => {
    for (const name of ['FromName', 'From Address', 'from_email', '__FromEmailAddress']) {
      assert.deepEqual(
        found('from-at-send-time', write('Create', triggeredSend('', attribute(name, 'v')))),
        ['Name'],
        name,
      );
    }
    for (const name of ['FirstName', 'FromCity', 'Platform Name']) {
      assert.deepEqual(
        found('from-at-send-time', write('Create', triggeredSend('', attribute(name, 'v')))),
        [],
        name,
      );
    }
    const send =
      '<Objects xsi:type="Send"><FromAddress>a@example.com</FromAddress><FromName>A</FromName></Objects>';
    assert.deepEqual(found('from-at-send-time', write('Create', send)), ['FromAddress', 'FromName']);
    const owner = '<Owner><FromName>A</FromName></Owner>';
    assert.deepEqual(found('from-at-send-time', write('Create', triggeredSend('', owner))), []);
  });
});
