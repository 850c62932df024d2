/** By what a person wants rows to be sorted, and how far that is: the last one who asked is the one who is obeyed. */
import type { RowsSort } from '../../../shared/rowsMessages.ts';
import type { RowOrder } from './rowOrder.ts';

/** What is told of it. */
interface Listener {
  setBusy(text: string | undefined): void;
  /** The order of the rows is another one. */
  moved(): void;
}

export class Sorting {
  /** Whether the rows are sorted so by now or not. */
  wanted: RowsSort | undefined;
  /** Rows are to be sorted as soon as some are there. */
  isOwed = false;
  isUnderWay = false;
  private readonly listener: Listener;

  constructor(listener: Listener) {
    this.listener = listener;
  }

  /** Other rows are loaded, to be sorted so when they come. */
  begin(order: RowOrder, sort: RowsSort | undefined): void {
    order.cancel();
    this.isUnderWay = false;
    this.wanted = sort;
    this.isOwed = sort !== undefined;
  }

  async run(order: RowOrder, sort: RowsSort | undefined): Promise<void> {
    this.wanted = sort;
    this.isOwed = false;
    this.isUnderWay = true;
    const isDone = await order.apply(sort, (share) =>
      this.listener.setBusy(`Sorting: ${String(Math.round(share * 100))} %`),
    );
    // Otherwise another sort has taken over, and goes on.
    if (isDone) this.end();
  }

  /** Leaves the rows in the order that they have. */
  cancel(order: RowOrder): void {
    if (!this.isUnderWay) return;
    order.cancel();
    this.wanted = order.sort;
    this.end();
  }

  private end(): void {
    this.isUnderWay = false;
    this.listener.setBusy(undefined);
    this.listener.moved();
  }
}
