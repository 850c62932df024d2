/** Sorts row numbers without holding up anything else, however many there are. */
import type { RowCell } from '../../../shared/rowsMessages.ts';
import { dateOfCell } from './cellDate.ts';
import type { RowKind } from './rowField.ts';
import { compareTexts, plainKey } from './textOrder.ts';

/** How long to work before others get their turn, in milliseconds. */
const turn = 8;
/** Rows that are sorted at a time before they are merged: some milliseconds, also where only the collator knows. */
const run = 512;

/** Negative when the row of the first place comes before that of the second. */
type Compare = (a: number, b: number) => number;

export interface SortRequest {
  /** Row numbers in the order in which rows with equal cells stay. */
  readonly rows: Uint32Array;
  readonly kind: RowKind;
  readonly ascending: boolean;
  readonly cell: (row: number) => RowCell;
  /** Told how much is done, from 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** The rows in order; undefined when the signal was aborted. Stable: runs are sorted, and merged from the bottom up, in turns. */
export async function sortRows(request: SortRequest, signal: AbortSignal): Promise<Uint32Array | undefined> {
  const { rows, ascending, progress = () => undefined } = request;
  const size = rows.length;
  const rounds = Math.ceil(Math.log2(Math.max(2, size / run)));
  /** Reading the cells is as much work as a third of the rounds. */
  const steps = size * (rounds * 1.5 + 1);
  const clock = new Turns(signal, (done) => progress(done / steps));
  const compare = await comparison(request, clock);
  const direction = ascending ? 1 : -1;
  const isOver = (): boolean => signal.aborted;
  const inOrder: Compare = (a, b) => direction * compare(a, b) || a - b;
  let order = firstNumbers(size);
  for (let from = 0; from < size && !isOver(); from += run) {
    order.subarray(from, from + run).sort(inOrder);
    await clock.tick(run);
  }
  let spare = new Uint32Array(size);
  for (let width = run; width < size && !isOver(); width *= 2) {
    for (let from = 0; from < size && !isOver(); from += 2 * width) {
      for (const merged of merge({ source: order, target: spare, from, width }, inOrder))
        await clock.tick(merged);
    }
    [order, spare] = [spare, order];
  }
  return isOver() ? undefined : order.map((index) => rows[index] ?? 0);
}

/** The numbers from 0 on. A loop: `Uint32Array.from` takes a quarter of a second for a million, in which all stands still. */
export function firstNumbers(count: number): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) numbers[at] = at;
  return numbers;
}

/** Reads what the rows are sorted by; rows without a value come first, as in SQL Server. */
async function comparison({ rows, kind, cell }: SortRequest, clock: Turns): Promise<Compare> {
  if (kind === 'text') return textComparison(rows, cell, clock);
  const keys = new Float64Array(rows.length);
  for (const [index, row] of rows.entries()) {
    keys[index] = sortKey(cell(row), kind);
    if ((index & 63) === 63) await clock.tick(64);
  }
  return (a, b) => {
    const first = keys[a] ?? 0;
    const second = keys[b] ?? 0;
    return first < second ? -1 : first > second ? 1 : 0;
  };
}

async function textComparison(rows: Uint32Array, cell: SortRequest['cell'], clock: Turns): Promise<Compare> {
  const texts: string[] = [];
  const plain: (string | undefined)[] = [];
  for (const [index, row] of rows.entries()) {
    const text = cell(row) ?? '';
    texts.push(text);
    plain.push(plainKey(text));
    if ((index & 63) === 63) await clock.tick(64);
  }
  return (a, b) => {
    const first = plain[a];
    const second = plain[b];
    if (first === undefined || second === undefined) return compareTexts(texts[a] ?? '', texts[b] ?? '');
    return first < second ? -1 : first > second ? 1 : 0;
  };
}

function sortKey(cell: RowCell, kind: RowKind): number {
  if (cell === null || cell === '') return -Infinity;
  if (kind === 'date') return dateOfCell(cell)?.getTime() ?? -Infinity;
  return kind === 'boolean' ? Number(/^true$/i.test(cell)) : Number(cell);
}

interface Merging {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly from: number;
  readonly width: number;
}

/** Merges two runs; comes up for air every thousand rows, and says how many there were. */
function* merge({ source, target, from, width }: Merging, inOrder: Compare): Generator<number> {
  const middle = Math.min(from + width, source.length);
  const end = Math.min(from + 2 * width, source.length);
  let left = from;
  let right = middle;
  for (let at = from; at < end; at += 1) {
    const takesLeft = left < middle && (right >= end || inOrder(source[left] ?? 0, source[right] ?? 0) <= 0);
    target[at] = source[takesLeft ? left++ : right++] ?? 0;
    if ((at & 1023) === 1023) yield 1024;
  }
}

class Turns {
  private start = performance.now();
  private done = 0;
  private readonly signal: AbortSignal;
  private readonly told: (done: number) => void;

  constructor(signal: AbortSignal, told: (done: number) => void) {
    this.signal = signal;
    this.told = told;
  }

  /** Lets others have their turn when it is time. */
  async tick(done: number): Promise<void> {
    this.done += done;
    if (performance.now() - this.start < turn || this.signal.aborted) return;
    this.told(this.done);
    await new Promise((resolve) => setImmediate(resolve));
    this.start = performance.now();
  }
}
