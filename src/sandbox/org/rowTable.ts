/**
 * The rows of a data extension: generated ones, which are computed when they are looked at, and over them what was
 * written. One update of a data extension of 100,000 generated rows keeps one row.
 */
import type { CellSource } from './cellSource.ts';
import type { Field } from './field.ts';

/** The cells of a row that was written, by column. */
export type Cells = ReadonlyMap<Field, string | null>;

export interface GeneratedRows {
  readonly count: number;
  readonly columns: ReadonlyMap<Field, CellSource>;
}

const none: GeneratedRows = { count: 0, columns: new Map() };

/** A row is named by its position, which stays as long as the row lives. Positions only grow. */
export class RowTable {
  private generated: GeneratedRows;
  /** Rows that were added, and generated rows that were changed: then only the changed cells. */
  private readonly written = new Map<number, Map<Field, string | null>>();
  private readonly deleted = new Set<number>();
  /** Positions of added rows by their key. */
  private readonly keys = new Map<string, number>();
  /** When rows were added, oldest first; generated rows have no such time. */
  private readonly times = new Map<number, number>();
  private added = 0;
  private next: number;

  constructor(generated: GeneratedRows = none) {
    this.generated = generated;
    this.next = generated.count;
  }

  get count(): number {
    return this.generated.count - this.deleted.size + this.added;
  }

  /** One past the last position in use. */
  get end(): number {
    return this.next;
  }

  has(position: number): boolean {
    return position < this.generated.count ? !this.deleted.has(position) : this.written.has(position);
  }

  /** True when a row has cells of its own, so that its columns' sources do not tell all of it. */
  isWritten(position: number): boolean {
    return this.written.has(position);
  }

  /** Where the cells of a column's generated rows come from; undefined when its older rows all show one value. */
  sourceOf(field: Field): CellSource | undefined {
    return this.generated.columns.get(field);
  }

  /** How many rows there are and where a column's cells come from, while all are generated and none was touched. */
  untouched(field: Field): { readonly count: number; readonly source: CellSource } | undefined {
    const { count, columns } = this.generated;
    const source = columns.get(field);
    const touched = this.written.size > 0 || this.deleted.size > 0;
    return source === undefined || touched ? undefined : { count, source };
  }

  cell(position: number, field: Field): string | null {
    const written = this.written.get(position)?.get(field);
    if (written !== undefined) return written;
    const source = position < this.generated.count ? this.generated.columns.get(field) : undefined;
    return source === undefined ? field.older : source.cell(position);
  }

  /** The row whose key columns hold these values, without regard to case. */
  find(key: readonly Field[], values: readonly string[]): number | undefined {
    const added = this.keys.get(keyText(values));
    if (added !== undefined) return added;
    const [first] = key;
    const position = first === undefined ? undefined : this.sourceOf(first)?.rowOf?.(values[0] ?? '');
    if (position === undefined || position >= this.generated.count || this.deleted.has(position))
      return undefined;
    const same = key.every((field, index) => sameText(this.cell(position, field), values[index] ?? ''));
    return same ? position : undefined;
  }

  /** Adds a row, at a moment. The caller has made sure that no row has its key. */
  insert(key: readonly Field[], cells: Cells, at: number): void {
    this.times.set(this.next, at);
    this.written.set(this.next, new Map(cells));
    if (key.length > 0) this.keys.set(keyText(key.map((field) => cells.get(field) ?? '')), this.next);
    this.next += 1;
    this.added += 1;
  }

  /** Changes cells of a row; its key stays. */
  update(position: number, cells: Cells): void {
    const written = this.written.get(position) ?? new Map<Field, string | null>();
    for (const [field, text] of cells) written.set(field, text);
    this.written.set(position, written);
  }

  /** Deletes the rows that were added until a moment. */
  deleteAdded(until: number, key: readonly Field[]): void {
    for (const [position, at] of this.times) {
      if (at > until) return;
      this.delete(position, key);
    }
  }

  delete(position: number, key: readonly Field[]): void {
    this.times.delete(position);
    if (position < this.generated.count) {
      this.deleted.add(position);
    } else {
      this.keys.delete(keyText(key.map((field) => this.cell(position, field) ?? '')));
      this.added -= 1;
    }
    this.written.delete(position);
  }

  /** Deletes every row. */
  clear(): void {
    this.generated = none;
    this.written.clear();
    this.deleted.clear();
    this.keys.clear();
    this.times.clear();
    this.added = 0;
    this.next = 0;
  }
}

function keyText(values: readonly string[]): string {
  return values.map((value) => value.toLowerCase()).join('\u0000');
}

function sameText(cell: string | null, value: string): boolean {
  return (cell ?? '').toLowerCase() === value.toLowerCase();
}
