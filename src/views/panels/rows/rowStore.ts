/** The rows that were loaded: the latest pages as they came, earlier ones packed, with what has been written since on top. */
import type { RowPage } from '../../../soap/index.ts';
import type { RowCell } from '../../../shared/rowsMessages.ts';
import { packRows, UnpackedBlocks } from './packedRows.ts';

interface Chunk {
  readonly start: number;
  readonly count: number;
  cell: (row: number, column: number) => RowCell;
}

/** Pages that are kept as they came. */
const keptPages = 4;

/** A row's number is the order in which it came; it never changes. */
export class RowStore {
  /** How many numbers there are, those of removed rows among them. */
  count = 0;
  readonly removed = new Set<number>();
  private readonly columns: readonly string[];
  private readonly chunks: Chunk[] = [];
  private readonly pages: Chunk[] = [];
  private readonly unpacked = new UnpackedBlocks();
  private readonly written = new Map<number, readonly RowCell[]>();

  constructor(columns: readonly string[]) {
    this.columns = columns;
  }

  addPage(page: RowPage): void {
    const places = this.columns.map((name) => page.columns.indexOf(name));
    const chunk = this.addChunk(page.rowCount, (row, column) => {
      const place = places[column] ?? -1;
      return place === -1 ? '' : (page.cell(row, place) ?? null);
    });
    this.pages.push(chunk);
    const earlier = this.pages.length > keptPages ? this.pages.shift() : undefined;
    if (earlier !== undefined) this.pack(earlier);
  }

  /** Adds a row that was written by us; gives its number. */
  addRow(cells: readonly RowCell[]): number {
    this.addChunk(1, (_row, column) => cells[column] ?? '');
    return this.count - 1;
  }

  /** What a row holds since it was written. */
  replace(row: number, cells: readonly RowCell[]): void {
    this.written.set(row, cells);
  }

  cell(row: number, column: number): RowCell {
    const written = this.written.get(row);
    if (written !== undefined) return written[column] ?? '';
    const chunk = this.chunkOf(row);
    return chunk === undefined ? '' : chunk.cell(row - chunk.start, column);
  }

  cells(row: number): RowCell[] {
    return this.columns.map((_name, column) => this.cell(row, column));
  }

  private pack(chunk: Chunk): void {
    const { count: rowCount, cell } = chunk;
    chunk.cell = packRows({ rowCount, columnCount: this.columns.length, cell }, this.unpacked);
  }

  private addChunk(count: number, cell: Chunk['cell']): Chunk {
    const chunk = { start: this.count, count, cell };
    if (count > 0) this.chunks.push(chunk);
    this.count += count;
    return chunk;
  }

  private chunkOf(row: number): Chunk | undefined {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.chunks[middle]?.start ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return this.chunks[low];
  }
}
