/** Rows into files: exact, whole or not at all. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import {
  exportFormats,
  exportToFile,
  type ExportCell,
  type ExportFormat,
  type ExportOptions,
  type ExportTable,
} from '../../../../src/views/export/index.ts';

type Rows = readonly (readonly ExportCell[])[];

/** Texts that careless writers change. */
const awkward = [
  ['00042', 'plain', 'True', '1.50'],
  ['7', 'comma, "quote"\nand\r\nlines', 'False', '1.5'],
  ['', ' blanks ', '', '12345678901234567890'],
  [null, '_x0041_ ünïcödé 😀 <&>', null, '-3'],
];

describe('exporting rows', () => {
  let folder: string;

  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'export-'))));
  afterEach(() => rm(folder, { recursive: true }));

  function format(id: ExportFormat['id']): ExportFormat {
    const found = exportFormats.find((one) => one.id === id);
    assert.ok(found);
    return found;
  }

  function table(rows: Rows, batchSize = 2): ExportTable {
    return {
      name: 'Orders/2024 [all]: every single one of them',
      columns: [
        { name: 'Id' },
        { name: 'Name, "quoted"' },
        { name: 'Flag', type: 'boolean' },
        { name: 'N', type: 'number' },
      ],
      batches: batches(rows, batchSize),
    };
  }

  async function* batches(rows: Rows, size: number): AsyncGenerator<Rows> {
    for (let from = 0; from < rows.length; from += size)
      yield await Promise.resolve(rows.slice(from, from + size));
  }

  async function exported(id: ExportFormat['id'], rows: Rows, options: ExportOptions = {}): Promise<Buffer> {
    const file = path.join(folder, `out.${id}`);
    await exportToFile(file, format(id), table(rows), options);
    return readFile(file);
  }

  it('writes CSV byte for byte', async () => {
    assert.equal(
      (await exported('csv', awkward)).toString(),
      'Id,"Name, ""quoted""",Flag,N\r\n' +
        '00042,plain,True,1.50\r\n' +
        '7,"comma, ""quote""\nand\r\nlines",False,1.5\r\n' +
        ', blanks ,,12345678901234567890\r\n' +
        ',_x0041_ ünïcödé 😀 <&>,,-3\r\n',
    );
  });

  it('quotes every break of a line in CSV', async () => {
    const broken = ['a\nb', 'a\rb', 'a\r\nb'];
    const text = (
      await exported(
        'csv',
        broken.map((cell) => [cell, 'x', '', '']),
      )
    ).toString();
    assert.equal(text.split('\r\n').slice(1).join('|'), '"a\nb",x,,|"a\rb",x,,|"a|b",x,,|');
    assert.deepEqual(
      parse(text, { record_delimiter: ['\r\n', '\n', '\r'] })
        .slice(1)
        .map(([cell]) => cell),
      broken,
    );
  });

  it('writes JSON with numbers only where the text comes out the same', async () => {
    assert.equal(
      (await exported('json', awkward)).toString(),
      [
        '[',
        '{"Id":"00042","Name, \\"quoted\\"":"plain","Flag":true,"N":"1.50"},',
        '{"Id":"7","Name, \\"quoted\\"":"comma, \\"quote\\"\\nand\\r\\nlines","Flag":false,"N":1.5},',
        '{"Id":"","Name, \\"quoted\\"":" blanks ","Flag":null,"N":"12345678901234567890"},',
        '{"Id":null,"Name, \\"quoted\\"":"_x0041_ ünïcödé 😀 <&>","Flag":null,"N":-3}',
        ']',
        '',
      ].join('\n'),
    );
    assert.equal((await exported('json', [])).toString(), '[]\n');
  });

  it('writes a workbook that reads back the same', async () => {
    const { sheets } = await readXlsx(await exported('xlsx', awkward));
    assert.equal(sheets[0]?.name, 'Orders 2024  all   every single');
    const cells = sheets[0].rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? unescape(cell) : cell)),
    );
    assert.deepEqual(cells, [
      ['Id', 'Name, "quoted"', 'Flag', 'N'],
      ['00042', 'plain', true, '1.50'],
      ['7', 'comma, "quote"\nand\r\nlines', false, 1.5],
      ['', ' blanks ', null, '12345678901234567890'],
      [null, '_x0041_ ünïcödé 😀 <&>', null, -3],
    ]);
  });

  /** Excel's own escapes, which the reader leaves as they are where it does not undo them. */
  function unescape(text: string): string {
    return text.replaceAll('_x000D_', '\r').replaceAll('_x005F_', '_');
  }

  it('brings any text through CSV unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 4, maxLength: 4 })),
        async (rows) => {
          const text = (await exported('csv', rows)).toString();
          const read = parse(text, {
            relax_column_count: false,
            skip_empty_lines: false,
            record_delimiter: '\r\n',
          });
          assert.deepEqual(read.slice(1), rows);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says so when Excel cannot hold a cell, and leaves no file', async () => {
    const file = path.join(folder, 'out.xlsx');
    await assert.rejects(exportToFile(file, format('xlsx'), table([['1', 'x'.repeat(32_768), '', '']])), {
      code: 'not-exportable',
      message: /^Row 1 has 32768 characters in Name/,
    });
    assert.deepEqual(await readdir(folder), []);
  });

  it('tells its progress, and leaves the file as it was when it is cancelled', async () => {
    const file = path.join(folder, 'out.csv');
    await writeFile(file, 'before');
    const controller = new AbortController();
    const told: number[] = [];
    const options: ExportOptions = {
      signal: controller.signal,
      progress: (rows) => {
        told.push(rows);
        if (rows === 4) controller.abort(new Error('enough'));
      },
    };
    await assert.rejects(
      exportToFile(file, format('csv'), table([...awkward, ...awkward]), options),
      /enough/,
    );
    assert.deepEqual(told.slice(0, 2), [2, 4]);
    assert.equal(await readFile(file, 'utf8'), 'before');
    assert.deepEqual(await readdir(folder), ['out.csv']);
  });
});
