/** Things of one kind that accounts own, in the order in which they were added, found by their keys. */

/** Everything in a collection belongs to one account. */
export interface Owned {
  readonly mid: number;
}

type KeyOf<Item> = (item: Item) => string | number | undefined;

/**
 * @typeParam Index the names of the keys. Keys are compared without regard to case, as the service's database does,
 * and belong to an account: of two of its items with one key the older is found.
 */
export class Collection<Item extends Owned, Index extends string> {
  private readonly items = new Set<Item>();
  private readonly keys: Readonly<Record<Index, KeyOf<Item>>>;
  /** The items at each place, oldest first. */
  private readonly places = new Map<string, Item[]>();

  constructor(keys: Readonly<Record<Index, KeyOf<Item>>>) {
    this.keys = keys;
  }

  /** Every item, oldest first. */
  all(): Iterable<Item> {
    return this.items;
  }

  get size(): number {
    return this.items.size;
  }

  /** The item of an account with this key. */
  find(mid: number, index: Index, key: string | number): Item | undefined {
    return this.places.get(place(mid, index, key))?.[0];
  }

  add(item: Item): void {
    this.items.add(item);
    this.enter(item);
  }

  remove(item: Item): void {
    this.items.delete(item);
    this.leave(item);
  }

  /** Changes an item in a way that may touch its keys; its place in the order stays. */
  update(item: Item, change: (item: Item) => void): void {
    this.leave(item);
    change(item);
    this.enter(item);
  }

  private enter(item: Item): void {
    for (const at of this.placesOf(item)) {
      const there = this.places.get(at);
      if (there === undefined) this.places.set(at, [item]);
      else there.push(item);
    }
  }

  private leave(item: Item): void {
    for (const at of this.placesOf(item)) {
      const rest = (this.places.get(at) ?? []).filter((other) => other !== item);
      if (rest.length > 0) this.places.set(at, rest);
      else this.places.delete(at);
    }
  }

  private placesOf(item: Item): string[] {
    return Object.entries<KeyOf<Item>>(this.keys).flatMap(([index, keyOf]) => {
      const key = keyOf(item);
      return key === undefined ? [] : [place(item.mid, index, key)];
    });
  }
}

function place(mid: number, index: string, key: string | number): string {
  return `${String(mid)} ${index} ${String(key).toLowerCase()}`;
}

/** The items that belong to one of these accounts. */
export function* ownedBy<Item extends Owned>(
  items: Iterable<Item>,
  accounts: readonly { readonly mid: number }[],
): Iterable<Item> {
  const mids = new Set(accounts.map((account) => account.mid));
  for (const item of items) if (mids.has(item.mid)) yield item;
}
