/** Sorts row numbers without holding up anything else, however many there are. */
import type { RowCell } from '../../../shared/rowsMessages.ts';
import { dateOfCell } from './cellDate.ts';
import type { RowKind } from './rowField.ts';

/** How long to work before others get their turn, in milliseconds. */
const turn = 8;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** What a cell is sorted by; rows without a value come first, as in SQL Server. */
function sortKey(cell: RowCell, kind: RowKind): number | string {
  if (kind === 'text') return cell ?? '';
  if (cell === null || cell === '') return -Infinity;
  if (kind === 'date') return dateOfCell(cell)?.getTime() ?? -Infinity;
  return kind === 'boolean' ? Number(/^true$/i.test(cell)) : Number(cell);
}

function compareKeys(a: number | string, b: number | string): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return a === b ? 0 : a < b ? -1 : 1;
}

export interface SortRequest {
  /** Row numbers in the order in which rows with equal cells stay. */
  readonly rows: Uint32Array;
  readonly kind: RowKind;
  readonly ascending: boolean;
  readonly cell: (row: number) => RowCell;
}

/** The rows in order; undefined when the signal was aborted. Stable: a merge sort from the bottom up, in turns. */
export async function sortRows(request: SortRequest, signal: AbortSignal): Promise<Uint32Array | undefined> {
  const { rows, kind, ascending, cell } = request;
  const clock = new Turns();
  const keys: (number | string)[] = [];
  for (const row of rows) {
    keys.push(sortKey(cell(row), kind));
    if (clock.isOver()) await clock.rest();
  }
  const direction = ascending ? 1 : -1;
  let order = Uint32Array.from(rows, (_row, index) => index);
  let spare = new Uint32Array(order.length);
  const before = (a: number, b: number): boolean =>
    direction * compareKeys(keys[a] ?? '', keys[b] ?? '') <= 0;
  for (let width = 1; width < order.length; width *= 2) {
    for (let from = 0; from < order.length; from += 2 * width) {
      const merging = merge(order, spare, { from, width }, before);
      while (merging.next().done !== true) if (clock.isOver()) await clock.rest();
      if (clock.isOver()) await clock.rest();
      if (signal.aborted) return undefined;
    }
    [order, spare] = [spare, order];
  }
  return order.map((index) => rows[index] ?? 0);
}

/** Merges two runs; comes up for air every thousand rows. */
function* merge(
  source: Uint32Array,
  target: Uint32Array,
  { from, width }: { readonly from: number; readonly width: number },
  before: (a: number, b: number) => boolean,
): Generator<undefined> {
  const middle = Math.min(from + width, source.length);
  const end = Math.min(from + 2 * width, source.length);
  let left = from;
  let right = middle;
  for (let at = from; at < end; at += 1) {
    const takesLeft = left < middle && (right >= end || before(source[left] ?? 0, source[right] ?? 0));
    target[at] = source[takesLeft ? left++ : right++] ?? 0;
    if ((at & 1023) === 1023) yield;
  }
}

class Turns {
  private start = performance.now();

  isOver(): boolean {
    return performance.now() - this.start > turn;
  }

  async rest(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.start = performance.now();
  }
}
