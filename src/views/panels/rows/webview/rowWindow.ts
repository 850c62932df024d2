/** The rows near those in sight, however many there are: the page asks for what it lacks, and forgets what is far away. */
import type { ShownRow } from '../../../../shared/rowsMessages.ts';

/** Rows asked for at a time. */
const chunkSize = 100;
/** Characters kept in all; what is farthest from sight goes first. */
const keptCharacters = 20_000_000;

interface Chunk {
  rows: readonly ShownRow[];
  isFresh: boolean;
  isAskedFor: boolean;
  readonly size: number;
}

const nothing: ShownRow = { id: '', cells: [] };

/** What the grid reads from. */
export class RowWindow {
  private length = 0;
  private version = -1;
  private readonly chunks = new Map<number, Chunk>();
  private readonly need: (from: number, to: number) => void;

  constructor(need: (from: number, to: number) => void) {
    this.need = need;
  }

  /** @returns true when rows in sight have to be asked for again. */
  update(length: number, version: number): boolean {
    const hasGrown = length !== this.length;
    this.length = length;
    if (version === this.version) {
      // The last chunk may have been cut short by the end of what was loaded.
      if (hasGrown)
        for (const chunk of this.chunks.values()) if (chunk.rows.length < chunkSize) chunk.isFresh = false;
      return hasGrown;
    }
    this.version = version;
    for (const chunk of this.chunks.values()) chunk.isFresh = chunk.isAskedFor = false;
    return true;
  }

  /** Takes rows in; false when they are of an older version. */
  receive(version: number, from: number, rows: readonly ShownRow[]): boolean {
    if (version !== this.version) return false;
    const size = rows.reduce(
      (sum, row) => sum + row.cells.reduce((all, cell) => all + (cell?.length ?? 0), 50),
      0,
    );
    this.chunks.set(from / chunkSize, { rows, isFresh: true, isAskedFor: false, size });
    this.forgetFarFrom(from / chunkSize);
    return true;
  }

  /** Asks for what is missing among these rows. */
  ensure(from: number, to: number): void {
    const last = Math.min(to, this.length - 1);
    for (let index = Math.floor(Math.max(0, from) / chunkSize); index * chunkSize <= last; index += 1) {
      const chunk = this.chunks.get(index);
      if (chunk?.isFresh === true || chunk?.isAskedFor === true) continue;
      if (chunk === undefined)
        this.chunks.set(index, { rows: [], isFresh: false, isAskedFor: true, size: 0 });
      else chunk.isAskedFor = true;
      this.need(index * chunkSize, (index + 1) * chunkSize);
    }
  }

  getLength(): number {
    return this.length;
  }

  /** The row, or an empty one until it comes. */
  getItem(index: number): ShownRow {
    return this.chunks.get(Math.floor(index / chunkSize))?.rows[index % chunkSize] ?? nothing;
  }

  getItemMetadata(index: number): { cssClasses: string } | null {
    const { mark, problem } = this.getItem(index);
    if (mark === undefined && problem === undefined) return null;
    return { cssClasses: [mark ?? '', problem === undefined ? '' : 'failed'].join(' ') };
  }

  private forgetFarFrom(center: number): void {
    let size = [...this.chunks.values()].reduce((sum, chunk) => sum + chunk.size, 0);
    const farthestFirst = [...this.chunks.keys()].sort((a, b) => Math.abs(b - center) - Math.abs(a - center));
    for (const index of farthestFirst) {
      if (size <= keptCharacters || index === center) return;
      size -= this.chunks.get(index)?.size ?? 0;
      this.chunks.delete(index);
    }
  }
}
