/** Documents as the service sends them for data-extension rows, in every form that XML allows for the same content. */
import fc from 'fast-check';

/** One row: a value for each column; null is `xsi:nil`, undefined is a column that the row lacks. */
export type Row = readonly (string | null | undefined)[];

export interface RowDocument {
  readonly xml: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const envelopeStart =
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Header><a:Action ' +
  'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing">RetrieveResponse</a:Action></soap:Header><soap:Body>' +
  '<RetrieveResponseMsg xmlns="http://exacttarget.com/wsdl/partnerAPI">';
const envelopeEnd = '</RetrieveResponseMsg></soap:Body></soap:Envelope>';

/** An answer around rows that are already XML. */
export function answerOf(rows: readonly string[], status = 'OK', requestId = 'r-1'): string {
  return (
    `${envelopeStart}<OverallStatus>${status}</OverallStatus><RequestID>${requestId}</RequestID>` +
    `${rows.join('')}${envelopeEnd}`
  );
}

/** A row in the very form that the service writes. */
export function plainRow(columns: readonly string[], row: Row): string {
  const properties = columns.flatMap((column, index) => {
    const value = row[index];
    return value === undefined
      ? []
      : [`<Property><Name>${escape(column)}</Name>${valueElement(value)}</Property>`];
  });
  return (
    '<Results xsi:type="DataExtensionObject"><PartnerKey xsi:nil="true" /><ObjectID xsi:nil="true" />' +
    `<Type>DataExtensionObject</Type><Properties>${properties.join('')}</Properties></Results>`
  );
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}

function valueElement(value: string | null): string {
  if (value === null) return '<Value xsi:nil="true" />';
  return value === '' ? '<Value />' : `<Value>${escape(value)}</Value>`;
}

/** Text that XML can hold, with the characters that go wrong most. */
const cellText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        '\r',
        '\n',
        '\r\n',
        '\t',
        ' ',
        '00',
        'ä',
        '中',
        '😀',
        ']]',
        '&amp;',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) =>
    Array.from(parts.join(''))
      .filter((character) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[\u{10000}-\u{10FFFF}]/u.test(character))
      .join('')
      .replaceAll(']]>', ''),
  );

const columnName = fc.constantFrom('Id', 'E-mail', 'First Name', 'a&b', 'Größe', 'x', 'Value', 'Results');

/** Each writes one row of the same content in another way. */
const forms: readonly ((row: string) => string)[] = [
  (row) => row,
  (row) => row.replaceAll(' />', '/>'),
  (row) => row.replaceAll('<Value />', '<Value></Value>'),
  (row) =>
    row.replaceAll(
      /<Value>([^<]*)<\/Value>/g,
      (_, text: string) => `<Value><![CDATA[${unescape(text)}]]></Value>`,
    ),
  (row) => row.replaceAll('<Property>', '<!-- </Results> --><Property>'),
  (row) => row.replaceAll('><', '>\n  <').replaceAll('<Value>\n  </Value>', '<Value></Value>'),
  (row) => row.replaceAll('&lt;', '&#60;').replaceAll('&amp;', '&#x26;'),
];

function unescape(text: string): string {
  // A carriage return cannot be written inside CDATA, so such a text keeps to the plain form.
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Random documents whose rows come in mixed forms, with the content that must be read from them. */
export const rowDocuments: fc.Arbitrary<RowDocument> = fc
  .uniqueArray(columnName, { minLength: 1, maxLength: 5 })
  .chain((columns) =>
    fc
      .array(
        fc.record({
          row: fc.tuple(...columns.map(() => fc.option(cellText, { freq: 8 }))),
          form: fc.nat({ max: forms.length - 1 }),
          usual: fc.boolean(),
        }),
        { maxLength: 8 },
      )
      .map((rows) => ({
        columns,
        rows: rows.map(({ row }) => row),
        xml: answerOf(
          rows.map(({ row, form, usual }) => {
            const plain = plainRow(columns, row);
            const rewritten = (forms[form] ?? forms[0])?.(plain) ?? plain;
            const impossible = usual || (rewritten.includes('CDATA') && rewritten.includes('&#xD;'));
            return impossible ? plain : rewritten;
          }),
        ),
      })),
  );
