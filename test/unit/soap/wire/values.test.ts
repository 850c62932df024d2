/** Values survive writing and reading exactly; what cannot be written is refused before it is sent. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedCatalogue as catalogue } from '../../../../src/catalogue/index.ts';
import { MarketingCloudError, redact, serverTime, type SoapObject } from '../../../../src/soap/index.ts';
import { decode, decodeObject } from '../../../../src/soap/wire/decode.ts';
import { and, or, where, writeFilter, type Filter } from '../../../../src/soap/wire/filter.ts';
import { writeObject } from '../../../../src/soap/wire/objectWriter.ts';
import { escapeText } from '../../../../src/soap/wire/text.ts';
import { parseXmlTree } from '../../../../src/soap/wire/xmlTree.ts';

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function read(xml: string, type: string): SoapObject {
  return decodeObject(catalogue, parseXmlTree(xml.replace(/^<(\w+)/, `<$1 ${xsi}`)), type);
}

const isInvalidRequest = (error: unknown): boolean =>
  error instanceof MarketingCloudError && error.code === 'invalid-request';

/** Any text that XML can carry. */
const text = fc
  .string({ unit: 'binary' })
  .map((value) => value.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));

describe('values on the wire', () => {
  it('come back exactly as they were written', () => {
    fc.assert(
      fc.property(text, fc.maxSafeInteger(), fc.boolean(), (value, number, flag) => {
        const object: SoapObject = {
          $type: 'List',
          ListName: value,
          ID: number,
          Description: '',
          CustomerKey: null,
          Client: { ID: 1 },
        };
        const again = read(writeObject(catalogue, object, 'Objects'), 'List');
        assert.deepEqual(again, object);
        const subscriber: SoapObject = {
          $type: 'AccountUser',
          IsAPIUser: flag,
          Name: value,
          UserPermissions: [{ Name: value }, { Name: 'b' }],
        };
        assert.deepEqual(read(writeObject(catalogue, subscriber, 'Objects'), 'AccountUser'), subscriber);
      }),
    );
  });

  it('keep what a number would lose', () => {
    const object = read(
      '<Object><ID>007</ID><Client><EnterpriseID>9007199254740993</EnterpriseID></Client></Object>',
      'Send',
    );
    assert.equal(object['ID'], '007');
    assert.deepEqual(object['Client'], { EnterpriseID: '9007199254740993' });
  });

  it('are null when nil or unset, and text when empty', () => {
    const object = read('<O><SentDate xsi:nil="true"/><SendDate/><Subject/><NumberSent/></O>', 'Send');
    assert.deepEqual(object, { SentDate: null, SendDate: null, Subject: '', NumberSent: null });
  });

  it('are lists where the schema repeats, even when there is one, and where the answer repeats', () => {
    const object = read('<O><List><ID>1</ID></List><Novelty>a</Novelty><Novelty>b</Novelty></O>', 'Send');
    assert.deepEqual(object, { List: [{ ID: 1 }], Novelty: ['a', 'b'] });
  });

  it('are read by their shape when the catalogue does not know them', () => {
    const xml =
      '<O xsi:type="Program"><Name>x</Name><IsPlatformObject>false</IsPlatformObject><Sub><A>1</A></Sub></O>';
    assert.deepEqual(decode(catalogue, parseXmlTree(xml.replace('<O', `<O ${xsi}`)), 'APIObject'), {
      $type: 'Program',
      Name: 'x',
      IsPlatformObject: 'false',
      Sub: { A: '1' },
    });
  });

  it('are written in schema order, unknown ones last', () => {
    const xml = writeObject(
      catalogue,
      { $type: 'List', Novelty: 1, ListName: 'n', CustomerKey: 'k', Client: { ID: 2 } },
      'Objects',
    );
    assert.equal(
      xml,
      '<Objects xsi:type="List"><Client><ID>2</ID></Client><CustomerKey>k</CustomerKey><ListName>n</ListName><Novelty>1</Novelty></Objects>',
    );
  });

  it('are refused when XML cannot carry them', () => {
    assert.throws(() => escapeText('a\u0000b'), isInvalidRequest);
    assert.throws(() => escapeText('\uD800'), isInvalidRequest);
    assert.throws(() => writeObject(catalogue, { $type: 'List', 'a b': 1 }, 'Objects'), isInvalidRequest);
    assert.equal(escapeText('😀'), '😀');
  });
});

describe('filters', () => {
  it('are written as the schema has them', () => {
    const filter = and(where('A', 'equals', '<x>'), or(where('B', 'between', 1, 2), where('C', 'isNull')));
    assert.equal(
      writeFilter(filter),
      '<Filter xsi:type="ComplexFilterPart"><LeftOperand xsi:type="SimpleFilterPart"><Property>A</Property><SimpleOperator>equals</SimpleOperator><Value>&lt;x&gt;</Value></LeftOperand>' +
        '<LogicalOperator>AND</LogicalOperator><RightOperand xsi:type="ComplexFilterPart"><LeftOperand xsi:type="SimpleFilterPart"><Property>B</Property><SimpleOperator>between</SimpleOperator><Value>1</Value><Value>2</Value></LeftOperand>' +
        '<LogicalOperator>OR</LogicalOperator><RightOperand xsi:type="SimpleFilterPart"><Property>C</Property><SimpleOperator>isNull</SimpleOperator></RightOperand></RightOperand></Filter>',
    );
  });

  it('send dates as instants with an offset (D11)', () => {
    const xml = writeFilter(where('SendDate', 'greaterThan', new Date('2026-01-02T03:04:05Z')));
    assert.match(xml, /<DateValue>2026-01-02T03:04:05.000Z<\/DateValue>/);
  });

  it('nest more than two operands', () => {
    const many: Filter = or(...['1', '2', '3', '4'].map((id) => where('ID', 'equals', id)));
    assert.equal(writeFilter(many).match(/ComplexFilterPart/g)?.length, 3);
  });

  it('write further operands flat where that is asked for, and tags', () => {
    const operands = ['1', '2', '3', '4'].map((id) => where('ID', 'equals', id));
    const xml = writeFilter({ logic: 'OR', operands, flat: true });
    assert.equal(xml.match(/ComplexFilterPart/g)?.length, 1);
    assert.match(
      xml,
      /<\/RightOperand><AdditionalOperands><Operand xsi:type="SimpleFilterPart">.*<\/AdditionalOperands>/,
    );
    assert.deepEqual(
      [...xml.matchAll(/<Value>(\d)/g)].map((match) => match[1]),
      ['1', '2', '3', '4'],
    );
    assert.equal(
      writeFilter({ tags: ['a', 'b&c'] }),
      '<Filter xsi:type="TagFilterPart"><Tags><Tag>a</Tag><Tag>b&amp;c</Tag></Tags></Filter>',
    );
  });

  it('refuse a number of values that the operator does not take', () => {
    for (const filter of [
      where('A', 'between', 1),
      where('A', 'IN', 1),
      where('A', 'isNull', 1),
      where('A', 'equals'),
    ]) {
      assert.throws(() => writeFilter(filter), isInvalidRequest);
    }
  });
});

describe('server time', () => {
  it('is six hours behind UTC all year when it has no offset (D11)', () => {
    assert.equal(serverTime('2026-07-01T10:00:00')?.toISOString(), '2026-07-01T16:00:00.000Z');
    assert.equal(serverTime('2026-01-01T10:00:00.1234567')?.toISOString(), '2026-01-01T16:00:00.123Z');
    assert.equal(serverTime('2026-01-01T10:00:00Z')?.toISOString(), '2026-01-01T10:00:00.000Z');
    assert.equal(serverTime('2030-01-02T02:00:00-06:00')?.toISOString(), '2030-01-02T08:00:00.000Z');
    assert.equal(serverTime('5/16/2030 1:01:02 PM'), undefined);
  });
});

describe('redaction', () => {
  it('takes tokens, secrets and passwords out, wherever they are written', () => {
    const secret = 'S3cr3t.Value-1';
    const texts = [
      `<fueloauth xmlns="http://exacttarget.com">${secret}</fueloauth>`,
      `<s:Header><e:fueloauth>${secret}</e:fueloauth></s:Header>`,
      `<wsse:Password Type="x">${secret}</wsse:Password>`,
      `<Password><![CDATA[${secret}]]></Password>`,
      `<Password><!-- mine -->${secret}</Password>`,
      `<Password>a<![CDATA[b]]>${secret}</Password>`,
      `<fueloauth><![CDATA[${secret}]]></fueloauth>`,
      `{"access_token": "${secret}", "client_secret":"${secret}"}`,
      `client_id=a&client_secret=${secret}&x=1`,
      `Authorization: Bearer ${secret}`,
    ];
    for (const given of texts) assert.ok(!redact(given).includes(secret), given);
    assert.equal(new MarketingCloudError('fault', texts[0] ?? '').message.includes(secret), false);
  });

  it('leaves everything else as it is', () => {
    const harmless = '<CreateRequest><Objects><Name>Password rules</Name></Objects></CreateRequest>';
    assert.equal(redact(harmless), harmless);
    for (const empty of ['<Password/> <Name>Ann</Name>', '<Password></Password><Name>Ann</Name>']) {
      assert.equal(redact(empty), empty);
    }
  });
});
