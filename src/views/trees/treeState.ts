/** What a person has opened, chosen and filtered in one view, kept over a reload for each account. */

/** As VS Code's memento of a workspace. */
export interface StateStore {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

interface Kept {
  /** Ids of nodes that were opened or closed by hand. */
  readonly expanded: Readonly<Record<string, boolean>>;
  readonly selected?: string;
  readonly filter?: string;
}

/** Nodes whose state is remembered: of more, those that were touched first are forgotten. */
const most = 500;

export class TreeState {
  private readonly store: StateStore;
  private readonly viewId: string;
  private readonly accountKey: () => string | undefined;

  /** @param accountKey tells the accounts apart; undefined when there is none */
  constructor(store: StateStore, viewId: string, accountKey: () => string | undefined) {
    this.store = store;
    this.viewId = viewId;
    this.accountKey = accountKey;
  }

  /** Undefined when nobody has touched it. */
  isExpanded(id: string): boolean | undefined {
    return this.kept.expanded[id];
  }

  get selected(): string | undefined {
    return this.kept.selected;
  }

  /** Empty for none. */
  get filter(): string {
    return this.kept.filter ?? '';
  }

  setExpanded(id: string, isExpanded: boolean): void {
    const { [id]: _, ...others } = this.kept.expanded;
    const entries = [...Object.entries(others), [id, isExpanded] as const];
    this.keep({ expanded: Object.fromEntries(entries.slice(-most)) });
  }

  select(id: string | undefined): void {
    const { selected: _, ...others } = this.kept;
    this.write(id === undefined ? others : { ...others, selected: id });
  }

  setFilter(text: string): void {
    this.keep({ filter: text });
  }

  private get key(): string {
    return `marketingCloud.tree/${this.viewId}/${this.accountKey() ?? ''}`;
  }

  private get kept(): Kept {
    const value = this.store.get(this.key);
    return isKept(value) ? value : { expanded: {} };
  }

  private keep(change: Partial<Kept>): void {
    this.write({ ...this.kept, ...change });
  }

  private write(kept: Kept): void {
    this.store.update(this.key, kept).then(undefined, () => {
      // What a person sees now is not touched by it: only the next window begins with less.
    });
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'expanded' in value &&
    typeof value.expanded === 'object' &&
    value.expanded !== null
  );
}
