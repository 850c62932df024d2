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

/** Collects the cells of a page, row by row and column by column, and becomes the page. */
export class RowPageBuilder implements RowPage {
  readonly columns: string[] = [];
  rowCount = 0;
  /** Cells of all rows, one after another; `widths` tells how many each row has. */
  private bytes: Buffer;
  private used = 0;
  private ends: Uint32Array;
  private kinds: Uint8Array;
  private cells = 0;
  /** Cell index at which each row begins. */
  private starts: Uint32Array;
  private readonly columnIndex = new Map<string, number>();

  constructor(expectedRows = 256) {
    this.bytes = Buffer.alloc(0);
    this.ends = new Uint32Array(expectedRows * 8);
    this.kinds = new Uint8Array(expectedRows * 8);
    this.starts = new Uint32Array(expectedRows + 1);
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
   * The result is what `takeBack` needs to undo the row.
   */
  beginRow(): { readonly used: number } {
    const mark = { used: this.used };
    if (this.rowCount + 2 > this.starts.length) this.starts = grown(this.starts, this.starts.length * 2);
    this.starts[this.rowCount] = this.cells;
    this.rowCount += 1;
    this.starts[this.rowCount] = this.cells;
    return mark;
  }

  /** Undoes the row begun last. Always false, for a caller that reports so. */
  takeBack(mark: { readonly used: number }): false {
    this.rowCount -= 1;
    this.cells = this.starts[this.rowCount] ?? 0;
    this.used = mark.used;
    return false;
  }

  /** Adds a cell from UTF-8 bytes of the document; `isEscaped` when they hold `&` or a carriage return. */
  addBytes(source: Uint8Array, range: { start: number; end: number }, isEscaped: boolean): void {
    const length = range.end - range.start;
    this.reserve(length);
    const { bytes, used } = this;
    if (length < 48) {
      // A call into the runtime costs more than copying a short cell byte by byte.
      for (let index = 0; index < length; index += 1) bytes[used + index] = source[range.start + index] ?? 0;
    } else {
      bytes.set(source.subarray(range.start, range.end), used);
    }
    this.used += length;
    this.endCell(isEscaped ? escaped : plain);
  }

  /** Adds a cell whose text is known; `null` for nil, undefined for a column that the row lacks. */
  addText(text: string | null | undefined): void {
    if (text === undefined || text === null) {
      this.endCell(text === null ? nil : missing);
      return;
    }
    const length = Buffer.byteLength(text);
    this.reserve(length);
    this.bytes.write(text, this.used);
    this.used += length;
    this.endCell(plain);
  }

  cell(row: number, column: number): string | null | undefined {
    const index = (this.starts[row] ?? 0) + column;
    if (row >= this.rowCount || index >= (this.starts[row + 1] ?? 0)) return undefined;
    return this.cellAt(index);
  }

  row(row: number): (string | null | undefined)[] {
    return this.columns.map((_, column) => this.cell(row, column));
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
    const text = this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
    return kind === escaped ? unescape(text) : text;
  }

  private reserve(length: number): void {
    const needed = this.used + length;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2, 1 << 16));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }

  private endCell(kind: number): void {
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

/** Character data of XML as a parser reports it: line ends normalised, then references resolved. */
export function unescape(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (reference, body: string) => {
    if (!body.startsWith('#')) return predefined[body] ?? reference;
    const code = body.startsWith('#x')
      ? Number.parseInt(body.slice(2), 16)
      : Number.parseInt(body.slice(1), 10);
    return String.fromCodePoint(code);
  });
}
