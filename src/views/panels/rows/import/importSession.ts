/** A CSV file on its way into a data extension: how it is read, where its columns go, and what came of it. */
import type { ImportOptions, ImportPlan, ImportResult } from '../../../../shared/importMessages.ts';
import { upsert } from '../../../../soap/pure.ts';
import { formatNumber } from '../../../display.ts';
import type { PendingRow } from '../rowChanges.ts';
import { rowObject } from '../rowObjects.ts';
import type { RowsSession } from '../session.ts';
import { resultProblem } from '../writeRows.ts';
import { runImport, type ImportRow } from './importRun.ts';
import { mapByName, mappingProblem } from './mapping.ts';
import { csvRecords, sniffCsv } from './readCsv.ts';

/** Records shown before anything is read as a whole. */
const previewed = 5;

export class ImportSession {
  private readonly session: RowsSession;
  private readonly file: string;
  private readonly changed: (plan: ImportPlan) => void;
  private options: ImportOptions = {
    delimiter: ',',
    encoding: 'utf-8',
    hasHeader: true,
    mapping: [],
    mode: 'upsert',
  };
  private headers: readonly string[] = [];
  private preview: readonly (readonly string[])[] = [];
  private problem: string | undefined;
  private result: ImportResult | undefined;
  private busy: string | undefined;
  private running = new AbortController();

  /** @param changed told of everything whenever something of it is new. */
  constructor(session: RowsSession, file: string, changed: (plan: ImportPlan) => void) {
    this.session = session;
    this.file = file;
    this.changed = changed;
  }

  /** Finds out how the file is written. @throws what the file system throws. */
  async open(): Promise<void> {
    const form = await sniffCsv(this.file);
    const mode = this.session.hasKey ? 'upsert' : 'add';
    await this.choose({ ...this.options, ...form, mode, mapping: [] });
  }

  /** Reads the beginning of the file by these options; an empty mapping is made by the names of the columns. */
  async choose(options: ImportOptions): Promise<void> {
    const isReadAnew =
      this.headers.length === 0 ||
      options.delimiter !== this.options.delimiter ||
      options.encoding !== this.options.encoding ||
      options.hasHeader !== this.options.hasHeader;
    this.options = options;
    this.result = undefined;
    if (isReadAnew) await this.readBeginning();
    this.problem = mappingProblem(this.options.mapping, this.session.fields, this.options.mode);
    this.tell();
  }

  /** Reads and checks the whole file, and writes nothing. */
  dryRun(): Promise<ImportResult | undefined> {
    return this.run(false);
  }

  /** Writes all records that are good; the data extension is loaded anew afterwards. */
  async write(): Promise<ImportResult | undefined> {
    const result = await this.run(true);
    if ((result?.good ?? 0) > 0) await this.session.load();
    return result;
  }

  cancel(): void {
    this.running.abort();
  }

  private async run(isWriting: boolean): Promise<ImportResult | undefined> {
    if (this.problem !== undefined || this.busy !== undefined) return undefined;
    const { signal } = (this.running = new AbortController());
    this.setBusy('Reading…');
    try {
      this.result = await runImport({
        file: this.file,
        options: this.options,
        headers: this.headers,
        fields: this.session.fields,
        signal,
        progress: (read) =>
          this.setBusy(`${isWriting ? 'Writing' : 'Checking'}: ${formatNumber(read)} lines…`),
        ...(isWriting ? { write: (rows: readonly ImportRow[]) => this.writeBatch(rows, signal) } : {}),
      });
      return this.result;
    } finally {
      this.setBusy(undefined);
    }
  }

  private async writeBatch(
    rows: readonly ImportRow[],
    signal: AbortSignal,
  ): Promise<readonly (string | undefined)[]> {
    if (rows.length === 0) return [];
    const { session, options } = this;
    const pending = rows.map(({ content }): PendingRow => ({
      id: '',
      mark: 'added',
      base: {},
      values: content,
    }));
    const objects = pending.map((row) => rowObject(session.target, row, session.fields));
    const client = await session.client();
    const method = options.mode === 'add' ? 'create' : 'update';
    try {
      const outcome = await client[method](objects, {
        signal,
        ...(options.mode === 'upsert' ? { requestOptions: upsert } : {}),
      });
      const results = new Map(outcome.results.map((result) => [result.ordinal, result]));
      if (outcome.interruption !== undefined) this.cancel();
      return rows.map(
        (_row, index) =>
          resultProblem(index, results.get(index), outcome, session.describe.bind(session))?.message,
      );
    } catch (error) {
      // What comes after would fail for the same reason.
      this.cancel();
      const { title, advice } = session.describe(error);
      return rows.map(() => `${title} ${advice}`);
    }
  }

  private async readBeginning(): Promise<void> {
    const records: (readonly string[])[] = [];
    for await (const { cells } of csvRecords(this.file, this.options)) {
      records.push(cells);
      if (records.length > previewed) break;
    }
    const [first = []] = records;
    const { hasHeader } = this.options;
    this.headers = hasHeader ? first : first.map((_cell, index) => `Column ${String(index + 1)}`);
    this.preview = hasHeader ? records.slice(1) : records.slice(0, previewed);
    this.options = { ...this.options, mapping: this.mapped() };
  }

  /** A file without a header is taken to have the columns of the data extension, in their order. */
  private mapped(): (string | null)[] {
    const { fields } = this.session;
    if (this.options.hasHeader) return mapByName(this.headers, fields);
    return this.headers.map((_header, index) => fields[index]?.name ?? null);
  }

  private setBusy(text: string | undefined): void {
    this.busy = text;
    this.tell();
  }

  private tell(): void {
    const { file, options, headers, preview, problem, result, busy, session } = this;
    this.changed({
      file,
      options,
      headers,
      preview,
      columns: session.fields.map(({ name }) => name),
      ...(problem === undefined ? {} : { problem }),
      ...(result === undefined ? {} : { result }),
      ...(busy === undefined ? {} : { busy }),
    });
  }
}
