/** Reads CSV files record by record, in their encoding, and finds out how they are written. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { TextDecoderStream } from 'node:stream/web';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { importDelimiters, type ImportEncoding } from '../../../../shared/importMessages.ts';

export interface CsvForm {
  readonly delimiter: string;
  readonly encoding: ImportEncoding;
}

/** Bytes looked at to find out how a file is written. */
const sample = 64 * 1024;

const parserOptions = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  relax_quotes: true,
} as const;

export interface CsvRecord {
  /** Line on which the record ends, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** All records of a file, the header among them. @throws whatever the file system throws, or csv-parse. */
export async function* csvRecords(file: string, { delimiter, encoding }: CsvForm): AsyncGenerator<CsvRecord> {
  const bytes = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const text = bytes.pipeThrough(new TextDecoderStream(encoding));
  const records = Readable.fromWeb(text).pipe(parse({ ...parserOptions, delimiter, info: true }));
  for await (const { record, info } of records as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    yield { line: info.lines, cells: record };
  }
}

/** How a file is written, as far as its beginning tells. */
export async function sniffCsv(file: string): Promise<CsvForm> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sample), 0, sample, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const encoding = encodingOf(bytes, bytesRead < sample);
    return { encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(bytes)) };
  } finally {
    await handle.close();
  }
}

/** By the byte order mark; without one, bytes that are no UTF-8 are taken for the Windows encoding of Western Europe. */
function encodingOf(bytes: Buffer, isWhole: boolean): ImportEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    // A character may be cut in two where the sample ends.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The one that cuts the first lines into the most columns, the same number in each. */
function delimiterOf(text: string): string {
  const beginning = text.slice(0, 16_000).split(/\r?\n/).slice(0, 20).join('\n');
  const scores = importDelimiters.map(({ value }) => ({ value, score: score(beginning, value) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.value;
}

function score(text: string, delimiter: string): number {
  try {
    const records = parseSync(text, { ...parserOptions, delimiter });
    const widths = records.slice(0, -1).map((record) => record.length);
    const [first = records[0]?.length ?? 0] = widths;
    const isEven = widths.every((width) => width === first);
    return isEven ? first : first / 2;
  } catch {
    return 0;
  }
}
