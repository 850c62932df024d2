/** What a retrieve goes through: rows that can be scanned, filtered by their properties, and written. */

/** A simple value of a property as a program has it; null for none. A Date is a moment. */
export type Scalar = string | number | boolean | Date | null;

/** How the values of a property are compared. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'date';

/** One property that a filter can name. */
export interface RowProperty<Item> {
  readonly kind: ValueKind;
  /** Operators that it refuses. */
  readonly refuses?: readonly string[];
  value(item: Item): Scalar;
}

/** Rows of one object type. Items need no identity: a row may be a number. */
export interface Rows<Item = unknown> {
  /**
   * Calls `visit` for every row from `position` on, in an order that only writes change, until it answers false.
   * Positions grow from row to row and need not be adjacent.
   */
  scan(position: number, visit: (item: Item, position: number) => boolean): void;
  /** The property that a filter names; undefined when there is none. */
  property(name: string): RowProperty<Item> | undefined;
  /** What writes rows with these properties; the text of the refusal when some do not exist. */
  writer(properties: readonly string[]): RowWriter<Item> | string;
}

/** Writes rows with the properties that were asked for. */
export interface RowWriter<Item = unknown> {
  /** The row as a `Results` element, in the octets of `xml/octets.ts`. */
  write(item: Item): string;
}

/** Scans something that can only be gone through from its start; a row's position is its place in it. */
export function scanInOrder<Item>(
  items: Iterable<Item>,
  from: number,
  visit: (item: Item, position: number) => boolean,
): void {
  let position = 0;
  for (const item of items) {
    if (position >= from && !visit(item, position)) return;
    position += 1;
  }
}
