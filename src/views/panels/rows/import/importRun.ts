/** Runs an import: reads every record, checks it, writes what is good, and keeps what is not in a file of its own. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { ImportOptions, ImportResult, RejectedLine } from '../../../../shared/importMessages.ts';
import { csvLines } from '../../../export/csv.ts';
import { checkCell } from '../checkCell.ts';
import type { RowContent } from '../rowChanges.ts';
import type { RowField } from '../rowField.ts';
import { csvRecords, type CsvRecord } from './readCsv.ts';

/** A record with what it would write. */
export interface ImportRow {
  readonly record: CsvRecord;
  readonly content: RowContent;
}

export interface ImportRun {
  readonly file: string;
  readonly options: ImportOptions;
  readonly headers: readonly string[];
  readonly fields: readonly RowField[];
  readonly signal: AbortSignal;
  readonly progress: (read: number) => void;
  /**
   * Writes rows, and gives for each what was wrong with it, undefined when nothing was. Left out for a dry run.
   * A rejection ends the import; the rows of that call count as rejected.
   */
  readonly write?: (rows: readonly ImportRow[]) => Promise<readonly (string | undefined)[]>;
}

/** Rows handed to `write` at a time. */
const batchSize = 500;
const shownExamples = 20;

/** @throws whatever reading the file throws. Rejected records are in `rejectedFile`, with what is wrong as the last column. */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const rejects = new Rejects(run);
  const counts = { read: 0, good: 0 };
  let batch: ImportRow[] = [];
  const flush = async (): Promise<void> => {
    const rows = batch;
    batch = [];
    const problems = run.write === undefined ? [] : await run.write(rows);
    for (const [index, { record }] of rows.entries()) {
      const problem = problems[index];
      if (problem === undefined) counts.good += 1;
      else await rejects.add(record, problem);
    }
    run.progress(counts.read);
  };
  let skip = run.options.hasHeader ? 1 : 0;
  for await (const record of csvRecords(run.file, run.options)) {
    if (skip-- > 0) continue;
    if (run.signal.aborted) break;
    counts.read += 1;
    const row = readRow(record, run);
    if (typeof row === 'string') await rejects.add(record, row);
    else batch.push({ record, content: row });
    if (batch.length >= batchSize) await flush();
  }
  if (!run.signal.aborted) await flush();
  return {
    isDryRun: run.write === undefined,
    ...counts,
    ...(await rejects.finish()),
    ...(run.signal.aborted ? { wasCancelled: true } : {}),
  };
}

/** What a record would write; or what is wrong with it. */
function readRow({ cells }: CsvRecord, { options, headers, fields }: ImportRun): RowContent | string {
  if (cells.length > headers.length) {
    return `There are ${String(cells.length)} columns in this line, and ${String(headers.length)} in the first.`;
  }
  const content: Record<string, string | null> = {};
  const problems: string[] = [];
  for (const [index, name] of options.mapping.entries()) {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) continue;
    const text = cells[index] ?? '';
    const value = text === '' ? null : text;
    const problem = checkCell(field, value);
    if (problem !== undefined) problems.push(problem);
    // What a new row leaves out gets its default; in a row that is there an empty cell clears the column.
    if (value !== null || options.mode !== 'add') content[field.name] = value;
  }
  return problems.length === 0 ? content : problems.join(' ');
}

/** Collects rejected records in a file beside the imported one; without any, there is none. */
class Rejects {
  private readonly run: ImportRun;
  private readonly examples: RejectedLine[] = [];
  private count = 0;
  private stream: WriteStream | undefined;

  constructor(run: ImportRun) {
    this.run = run;
  }

  async add({ line, cells }: CsvRecord, message: string): Promise<void> {
    this.count += 1;
    if (this.examples.length < shownExamples) this.examples.push({ line, message });
    if (this.run.write === undefined) return;
    this.stream ??= await this.open();
    const padded = this.run.headers.map((_header, index) => cells[index] ?? '');
    const rest = cells.slice(this.run.headers.length);
    if (!this.stream.write(this.line([...padded, message, ...rest]))) await once(this.stream, 'drain');
  }

  async finish(): Promise<Pick<ImportResult, 'rejected' | 'examples' | 'rejectedFile'>> {
    const { stream, count: rejected, examples } = this;
    if (stream === undefined) {
      if (this.run.write !== undefined) await rm(this.file, { force: true });
      return { rejected, examples };
    }
    stream.end();
    await once(stream, 'finish');
    return { rejected, examples, rejectedFile: this.file };
  }

  private get file(): string {
    return `${this.run.file.replace(/\.(?:csv|tsv|txt)$/i, '')}.rejected.csv`;
  }

  private async open(): Promise<WriteStream> {
    const stream = createWriteStream(this.file);
    await once(stream, 'open');
    stream.write(this.line([...this.run.headers, 'What is wrong']));
    return stream;
  }

  private line(cells: readonly string[]): string {
    return csvLines([cells], { delimiter: this.run.options.delimiter });
  }
}
