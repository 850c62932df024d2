/** The row scanner reads what a general XML parser reads, whatever the bytes and however they arrive. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { MarketingCloudError } from '../../../../src/soap/errors.ts';
import type { RowPage } from '../../../../src/soap/wire/rowPage.ts';
import { RowScanner, type PageHead } from '../../../../src/soap/wire/rowScanner.ts';
import { child, childText } from '../../../../src/soap/wire/xmlTree.ts';
import { answerOf, plainRow, rowDocuments, type Row } from '../../../support/rowDocuments.ts';

function scan(
  bytes: Uint8Array,
  cuts: readonly number[] = [],
): { page: RowPage; heads: PageHead[]; root: string } {
  const heads: PageHead[] = [];
  const scanner = new RowScanner((head) => heads.push(head));
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    scanner.push(bytes.subarray(from, cut));
    from = cut;
  }
  const { root, page } = scanner.end();
  return { page, heads, root: root.name };
}

function rowsOf(page: RowPage): (string | null | undefined)[][] {
  return Array.from({ length: page.rowCount }, (_, row) => page.row(row));
}

const columns = ['Id', 'Name'];
const encode = (xml: string): Uint8Array => new TextEncoder().encode(xml);

function rejects(xml: string | Uint8Array, pattern: RegExp): void {
  assert.throws(
    () => scan(typeof xml === 'string' ? encode(xml) : xml),
    (error) =>
      error instanceof MarketingCloudError &&
      error.code === 'malformed-answer' &&
      pattern.test(error.message),
  );
}

describe('row scanner', () => {
  it('reads every cell exactly, in random documents of every form', () => {
    fc.assert(
      fc.property(rowDocuments, ({ xml, columns: names, rows }) => {
        const { page } = scan(encode(xml));
        assert.deepEqual(
          rowsOf(page),
          rows.map((row) => [...row]),
        );
        assert.deepEqual(page.columns, rows.length === 0 ? [] : names);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with fast-xml-parser on random documents', () => {
    const parser = new XMLParser({
      ignoreAttributes: true,
      parseTagValue: false,
      trimValues: false,
      removeNSPrefix: true,
      isArray: (name) => name === 'Results' || name === 'Property',
    });
    interface Parsed {
      Envelope: {
        Body: { RetrieveResponseMsg: { Results?: { Properties: { Property?: { Value: string }[] } }[] } };
      };
    }
    fc.assert(
      fc.property(
        // That parser resolves neither character references nor line ends, so the documents are without them.
        rowDocuments.filter(({ xml }) => !/&#|\r|CDATA|<!--|\n {2}</.test(xml)),
        ({ xml }) => {
          const parsed = parser.parse(xml) as Parsed;
          const expected = (parsed.Envelope.Body.RetrieveResponseMsg.Results ?? []).map((row) =>
            (row.Properties.Property ?? []).map((property) => property.Value),
          );
          const { page } = scan(encode(xml));
          assert.deepEqual(
            rowsOf(page).map((row) => row.map((cell) => cell ?? '')),
            expected,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads the same when the document is cut at every possible byte', () => {
    const rows: Row[] = [
      ['1', 'Ärger & <b>'],
      ['2', ''],
      ['3', '😀\r\n'],
    ];
    const bytes = encode(
      answerOf(
        rows.map((row) => plainRow(columns, row)),
        'MoreDataAvailable',
      ),
    );
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const { page, heads } = scan(bytes, [cut]);
      assert.deepEqual(rowsOf(page), rows, `cut at ${String(cut)}`);
      assert.deepEqual(heads, [{ status: 'MoreDataAvailable', requestId: 'r-1' }]);
    }
    const everyByte = Array.from({ length: bytes.length }, (_, index) => index);
    assert.deepEqual(rowsOf(scan(bytes, everyByte).page), rows);
  });

  it('reads the same when random documents are cut at random bytes', () => {
    fc.assert(
      fc.property(rowDocuments, fc.array(fc.nat({ max: 4000 }), { maxLength: 6 }), ({ xml, rows }, cuts) => {
        const bytes = encode(xml);
        const inside = cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b);
        assert.deepEqual(
          rowsOf(scan(bytes, inside).page),
          rows.map((row) => [...row]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('reads the same when random documents are cut at every possible byte', () => {
    fc.assert(
      fc.property(rowDocuments, ({ xml, rows }) => {
        const bytes = encode(xml);
        for (let cut = 1; cut < bytes.length; cut += 1) {
          const { page } = scan(bytes, [cut]);
          assert.deepEqual(rowsOf(page), rows, `cut at ${String(cut)}`);
        }
        const everyByte = Array.from({ length: bytes.length }, (_, index) => index);
        assert.deepEqual(rowsOf(scan(bytes, everyByte).page), rows);
      }),
      { numRuns: 12 },
    );
  });

  it('keeps its pace with one row of any length, in pieces of any size', () => {
    const long = 'x'.repeat(3_000_000);
    const bytes = encode(answerOf([plainRow(columns, ['1', 'a']), plainRow(columns, ['2', long])]));
    const cuts = Array.from({ length: Math.floor(bytes.length / 512) }, (_, index) => (index + 1) * 512);
    const start = performance.now();
    assert.equal(scan(bytes, cuts).page.cell(1, 1), long);
    // Looking at the row from its start with every piece takes several times as long.
    assert.ok(performance.now() - start < 5000);
  });

  it('tells status and request id as soon as the first row begins', () => {
    const heads: PageHead[] = [];
    const scanner = new RowScanner((head) => heads.push(head));
    const xml = answerOf([plainRow(columns, ['1', 'a'])], 'MoreDataAvailable', 'next');
    scanner.push(encode(xml.slice(0, xml.indexOf('<PartnerKey'))));
    assert.deepEqual(heads, [{ status: 'MoreDataAvailable', requestId: 'next' }]);
  });

  it('keeps rows apart whose columns differ', () => {
    const xml = answerOf([
      plainRow(['Id', 'Name'], ['1', 'a']),
      plainRow(['Name', 'Id'], ['b', '2']),
      plainRow(['Id'], ['3']),
      plainRow(['Id', 'Name', 'City'], ['4', 'd', 'Lisbon']),
      plainRow(['Id', 'Name'], ['5', 'e']),
    ]);
    const { page } = scan(encode(xml));
    assert.deepEqual(page.columns, ['Id', 'Name', 'City']);
    assert.deepEqual(rowsOf(page), [
      ['1', 'a', undefined],
      ['2', 'b', undefined],
      ['3', undefined, undefined],
      ['4', 'd', 'Lisbon'],
      ['5', 'e', undefined],
    ]);
  });

  it('reads prefixed answers, and UTF-16, through the parser', () => {
    const plain = answerOf([plainRow(columns, ['1', 'ä']), plainRow(columns, ['2', null])]);
    const prefixed = plain
      .replace('<RetrieveResponseMsg xmlns=', '<p:RetrieveResponseMsg xmlns:p=')
      .replaceAll(
        /<(\/?)(Results|PartnerKey|ObjectID|Type|Propert(?:y|ies)|Name|Value|OverallStatus|RequestID|RetrieveResponseMsg)/g,
        '<$1p:$2',
      );
    const expected = [
      ['1', 'ä'],
      ['2', null],
    ];
    assert.deepEqual(rowsOf(scan(encode(prefixed)).page), expected);
    assert.deepEqual(rowsOf(scan(encode(`\uFEFF${plain}`)).page), expected);
    const utf16 = Buffer.from(`\uFEFF${plain.replace('utf-8', 'utf-16')}`, 'utf16le');
    assert.deepEqual(rowsOf(scan(utf16).page), expected);
  });

  it('leaves answers without rows to the document', () => {
    const scanner = new RowScanner();
    scanner.push(encode(answerOf([], 'Error: no such data extension')));
    const { root, page } = scanner.end();
    assert.equal(page.rowCount, 0);
    const message = child(root, 'Body')?.children[0];
    assert.ok(message);
    assert.equal(childText(message, 'OverallStatus'), 'Error: no such data extension');
  });

  it('refuses what no parser would accept', () => {
    const row = plainRow(columns, ['1', 'a']);
    const whole = answerOf([row, row, row]);
    rejects(whole.slice(0, -20), /not well-formed/);
    rejects(whole.slice(0, whole.lastIndexOf('<Results') + 30), /not well-formed/);
    rejects(answerOf([row, row.replace('>a<', '>a & b<')]), /not well-formed/);
    rejects(answerOf([row, row.replace('>a<', '>&nbsp;<')]), /not well-formed/);
    rejects(answerOf([row, row.replace('>a<', '>&#0;<')]), /not well-formed/);
    rejects(answerOf([row, row.replace('>a<', '>\u0007<')]), /not well-formed/);
    rejects(answerOf([row, row.replace('</Name>', '</Nam>')]), /not well-formed/);
    rejects('', /empty|not well-formed/);
  });

  it('refuses bytes that are not UTF-8 rather than change a cell', () => {
    const bytes = Buffer.from(answerOf([plainRow(columns, ['1', 'a']), plainRow(columns, ['2', 'X'])]));
    bytes[bytes.lastIndexOf('X')] = 0xe4;
    rejects(bytes, /not text in its encoding/);
  });
});
