/** A page of data-extension rows kept as bytes: a cell becomes a string when it is read, and not before. */

/** The rows of one answer. Columns are in the order in which the answer first names them. */
export interface RowPage {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /**
   * The cell as text, exactly as sent; `''` for an empty value, `null` for `xsi:nil`, undefined when the row does
   * not have the column at all.
   */
  cell(row: number, column: number): string | null | undefined;
  /** All cells of a row, one for each column. */
  row(row: number): (string | null | undefined)[];
  /** True when the other page holds the same rows. */
  equals(other: RowPage): boolean;
}

/** How a cell is kept. */
const plain = 0;
/** Holds markup that stands for other characters: entities, or line ends to normalise. */
const escaped = 1;
const nil = 2;
const missing = 3;

/** How large a page is, for one that is likely to be as large. */
export interface PageSize {
  readonly rows: number;
  readonly cells: number;
  readonly bytes: number;
}

/** A page that tells how large it is. */
export interface SizedPage extends RowPage {
  readonly size: PageSize;
}

const unknownSize: PageSize = { rows: 256, cells: 2048, bytes: 1 << 16 };

/** Collects the cells of a page, row by row and column by column, and becomes the page. */
export class RowPageBuilder implements SizedPage {
  readonly columns: string[] = [];
  rowCount = 0;
  /** Cells of all rows, one after another, up to `used`; `starts` tells where a row begins. */
  bytes: Buffer;
  used = 0;
  private ends: Uint32Array;
  private kinds: Uint8Array;
  private cells = 0;
  /** Cell index at which each row begins. */
  private starts: Uint32Array;
  private readonly columnIndex = new Map<string, number>();

  /** @param expected a guess: memory for more is found when it is needed. */
  constructor(expected: PageSize = unknownSize) {
    this.bytes = Buffer.allocUnsafeSlow(expected.bytes);
    this.ends = new Uint32Array(expected.cells);
    this.kinds = new Uint8Array(expected.cells);
    this.starts = new Uint32Array(expected.rows + 2);
  }

  /** A guess for the next page. */
  get size(): PageSize {
    return { rows: this.rowCount, cells: this.cells, bytes: this.used + (this.used >> 4) };
  }

  /** The index of a column, which is added when it is new. */
  column(name: string): number {
    let index = this.columnIndex.get(name);
    if (index === undefined) {
      index = this.columns.length;
      this.columns.push(name);
      this.columnIndex.set(name, index);
    }
    return index;
  }

  /**
   * Starts the next row. Its cells follow in the order of the columns; those left out at its end are missing.
   * @param most bytes that may be written at `used` without asking for room again.
   * @returns what `takeBack` needs to undo the row.
   */
  beginRow(most = 0): number {
    this.reserve(most);
    if (this.rowCount + 2 > this.starts.length) this.starts = grown(this.starts, this.starts.length * 2);
    this.starts[this.rowCount] = this.cells;
    this.rowCount += 1;
    this.starts[this.rowCount] = this.cells;
    return this.used;
  }

  /** Undoes the row begun last. */
  takeBack(mark: number): void {
    this.rowCount -= 1;
    this.cells = this.starts[this.rowCount] ?? 0;
    this.used = mark;
  }

  /** Ends a cell whose UTF-8 bytes were written at `used` up to `end`; `isEscaped` when they hold `&` or a carriage return. */
  endCell(end: number, isEscaped: boolean): void {
    this.used = end;
    this.add(isEscaped ? escaped : plain);
  }

  /** Adds a cell whose text is known; `null` for nil, undefined for a column that the row lacks. */
  addText(text: string | null | undefined): void {
    if (text === undefined || text === null) {
      this.add(text === null ? nil : missing);
      return;
    }
    const length = Buffer.byteLength(text);
    this.reserve(length);
    this.bytes.write(text, this.used);
    this.endCell(this.used + length, false);
  }

  cell(row: number, column: number): string | null | undefined {
    const index = (this.starts[row] ?? 0) + column;
    if (row >= this.rowCount || index >= (this.starts[row + 1] ?? 0)) return undefined;
    return this.cellAt(index);
  }

  row(row: number): (string | null | undefined)[] {
    const first = this.starts[row] ?? 0;
    const end = row < this.rowCount ? (this.starts[row + 1] ?? first) : first;
    const from = this.startOf(first);
    const text = this.bytes.toString('utf8', from, this.startOf(end));
    // One byte a character: cells are cut out of the text of the whole row, which takes one call instead of many.
    const isCut = text.length === this.startOf(end) - from;
    return this.columns.map((_, column) => {
      const index = first + column;
      if (index >= end) return undefined;
      if (!isCut || this.kinds[index] !== plain) return this.cellAt(index);
      return text.slice(this.startOf(index) - from, this.startOf(index + 1) - from);
    });
  }

  equals(other: RowPage): boolean {
    if (other.rowCount !== this.rowCount || other.columns.join('\n') !== this.columns.join('\n'))
      return false;
    for (let row = 0; row < this.rowCount; row += 1) {
      for (let column = 0; column < this.columns.length; column += 1) {
        if (this.cell(row, column) !== other.cell(row, column)) return false;
      }
    }
    return true;
  }

  private cellAt(index: number): string | null | undefined {
    const kind = this.kinds[index];
    if (kind === nil) return null;
    if (kind === missing) return undefined;
    const text = this.bytes.toString('utf8', this.startOf(index), this.startOf(index + 1));
    return kind === escaped ? unescape(text) : text;
  }

  /** Where the bytes of a cell begin: where those of the cell before it end. */
  private startOf(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] ?? 0);
  }

  private reserve(length: number): void {
    const needed = this.used + length;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }

  private add(kind: number): void {
    if (this.cells === this.ends.length) {
      this.ends = grown(this.ends, this.cells * 2);
      const kinds = new Uint8Array(this.cells * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
    }
    this.ends[this.cells] = this.used;
    this.kinds[this.cells] = kind;
    this.cells += 1;
    this.starts[this.rowCount] = this.cells;
  }
}

function grown(array: Uint32Array, length: number): Uint32Array {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const isEscaped = /[&\r]/;

/** Character data of XML as a parser reports it: line ends normalised, then references resolved. */
export function unescape(text: string): string {
  if (!isEscaped.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (reference, body: string) => {
    if (!body.startsWith('#')) return predefined[body] ?? reference;
    const code = body.startsWith('#x')
      ? Number.parseInt(body.slice(2), 16)
      : Number.parseInt(body.slice(1), 10);
    return String.fromCodePoint(code);
  });
}
