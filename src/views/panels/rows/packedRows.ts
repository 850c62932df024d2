/**
 * Rows packed small: blocks of rows, column by column, compressed. Nothing of them is ever written to a disk, and a
 * million rows take the memory that some ten thousand take unpacked; see docs/decisions/0006.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RowCell } from '../../../shared/rowsMessages.ts';

/** Rows that are unpacked together: few, so that rows in any order, as sorted ones are, cost little each. */
const blockSize = 256;
/** Blocks that stay unpacked once they were looked at. */
const keptBlocks = 64;

/** A block as it is read: its columns, each with a cell for every row. */
type Columns = readonly (readonly RowCell[])[];

/** What was unpacked last, of all pages of one editor. */
export class UnpackedBlocks {
  private readonly blocks = new Map<Buffer, Columns>();

  columnsOf(packed: Buffer): Columns {
    const columns = this.blocks.get(packed) ?? (JSON.parse(inflateRawSync(packed).toString()) as Columns);
    // The one that was looked at last is the last to go.
    this.blocks.delete(packed);
    this.blocks.set(packed, columns);
    const [oldest] = this.blocks.keys();
    if (this.blocks.size > keptBlocks && oldest !== undefined) this.blocks.delete(oldest);
    return columns;
  }
}

export interface RowsToPack {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cell: (row: number, column: number) => RowCell;
}

/** Packs rows; what comes back reads a cell of them as the original did, and keeps nothing else of it. */
export function packRows(rows: RowsToPack, unpacked: UnpackedBlocks): RowsToPack['cell'] {
  return reader(packedBlocks(rows), unpacked);
}

function packedBlocks({ rowCount, columnCount, cell }: RowsToPack): Buffer[] {
  const blocks: Buffer[] = [];
  for (let from = 0; from < rowCount; from += blockSize) {
    const size = Math.min(blockSize, rowCount - from);
    const columns = Array.from({ length: columnCount }, (_column, column) =>
      Array.from({ length: size }, (_row, row) => cell(from + row, column)),
    );
    // What the compressor gives is part of a larger piece of memory, which is to be let go.
    blocks.push(copied(deflateRawSync(JSON.stringify(columns), { level: 1 })));
  }
  return blocks;
}

function copied(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

function reader(blocks: readonly Buffer[], unpacked: UnpackedBlocks): RowsToPack['cell'] {
  return (row, column) => {
    const block = blocks[Math.floor(row / blockSize)];
    return block === undefined ? '' : (unpacked.columnsOf(block)[column]?.[row % blockSize] ?? null);
  };
}
