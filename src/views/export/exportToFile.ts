/** Streams rows into a file. The file appears when it is whole: a broken or cancelled export leaves nothing behind. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from './formats.ts';
import type { ExportCell, ExportTable } from './table.ts';

export interface ExportOptions {
  readonly signal?: AbortSignal;
  /** Told of the number of rows written so far, a batch at a time. */
  readonly progress?: (rows: number) => void;
}

/**
 * Writes the table to `file`, in place of what is there.
 * @returns the number of rows written.
 * @throws ExportError when the format cannot hold a cell; whatever the rows' source or the file system throws; the
 * signal's reason when it was aborted.
 */
export async function exportToFile(
  file: string,
  format: ExportFormat,
  table: ExportTable,
  { signal, progress = () => undefined }: ExportOptions = {},
): Promise<number> {
  let written = 0;
  const counted = async function* (): AsyncGenerator<readonly (readonly ExportCell[])[]> {
    for await (const rows of table.batches) {
      yield rows;
      written += rows.length;
      progress(written);
    }
  };
  const partial = `${file}.part`;
  try {
    const source = format.write({ ...table, batches: counted() });
    await pipeline(source, createWriteStream(partial), signal === undefined ? {} : { signal });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw signal?.aborted === true ? signal.reason : error;
  }
  return written;
}
