/** The rows of a retrieve as one table that grows page by page: a cell becomes a string when it is looked at. */
import type { RowPage } from './rowPage.ts';

/** What a grid needs; safe to read while pages are still being added. */
export class RowTable {
  private readonly pages: RowPage[] = [];
  /** Index of the first row of each page. */
  private readonly starts: number[] = [];
  /** For each page the place of each of the table's columns in it; -1 where it lacks one. */
  private readonly places: number[][] = [];
  private readonly names: string[];
  private count = 0;

  /** @param columns in the order in which they are to be shown; those that a page has beside them follow. */
  constructor(columns: readonly string[] = []) {
    this.names = [...columns];
  }

  get columns(): readonly string[] {
    return this.names;
  }

  get rowCount(): number {
    return this.count;
  }

  add(page: RowPage): void {
    for (const name of page.columns) if (!this.names.includes(name)) this.names.push(name);
    this.pages.push(page);
    this.starts.push(this.count);
    this.places.push(this.names.map((name) => page.columns.indexOf(name)));
    this.count += page.rowCount;
  }

  /** As `RowPage.cell`; undefined beyond the end too. */
  cell(row: number, column: number): string | null | undefined {
    const index = this.pageOf(row);
    const place = this.places[index]?.[column] ?? -1;
    return place === -1 ? undefined : this.pages[index]?.cell(row - (this.starts[index] ?? 0), place);
  }

  /** Index of the page that holds a row, by halving. */
  private pageOf(row: number): number {
    if (row < 0 || row >= this.count) return -1;
    let low = 0;
    let high = this.pages.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
