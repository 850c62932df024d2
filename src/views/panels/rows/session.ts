/** The rows of one data extension as an editor has them open: what is loaded, shown, changed and written. No VS Code. */
import type { RowsFilter, RowsSort, RowsView, ShownRow } from '../../../shared/rowsMessages.ts';
import type { FilterNode } from '../../../shared/rowFilter.ts';
import type { SoapClient } from '../../../soap/index.ts';
import type { Filter } from '../../../soap/pure.ts';
import type { Account, DescribeError } from '../../account.ts';
import { cellProblems } from './cellProblems.ts';
import { readOnlyReason } from './limits.ts';
import { filterOfText, filterOfTree } from './rowsFilter.ts';
import { RowChanges, type RowContent, type RowEdit } from './rowChanges.ts';
import { RowLoader, type LoadStatus } from './rowLoader.ts';
import { keyId } from './rowObjects.ts';
import { RowOrder } from './rowOrder.ts';
import { retrieveRowFields, type RowField } from './rowField.ts';
import { RowsGone } from './rowsGone.ts';
import { rowsQuery } from './rowsQuery.ts';
import { RowStore } from './rowStore.ts';
import { Sorting } from './sorting.ts';
import { shownRow } from './shownRow.ts';
import { readStanding, type Standing } from './standing.ts';
import type { RowsTarget } from './target.ts';

/** Rows loaded before anybody scrolls: a page of the service. */
const firstRows = 2500;
/** How near to the end of what is loaded a person may come before more is loaded. */
const margin = 1000;
/** Rows loaded at most to show again what was in sight before a restart. */
const mostRestored = 25_000;

export interface RowsListener {
  stateChanged(): void;
  /** A person changed something that can be undone. */
  edited(edit: RowEdit): void;
}

export class RowsSession {
  readonly target: RowsTarget;
  readonly account: Account;
  readonly changes = new RowChanges();
  fields: readonly RowField[] = [];
  /** Undefined until it was found out, which is before the first rows come. */
  standing: Standing | undefined;
  store = new RowStore([]);
  filter: RowsFilter = { text: '', soap: '' };
  /** What is under way beside loading. */
  busy: string | undefined;
  private order = new RowOrder(this.store, []);
  private loader: RowLoader | undefined;
  private soapFilter: Filter | undefined;
  private openError: unknown;
  private readonly sorting = new Sorting(this);
  /** Numbers of the loaded rows that something is pending of, as far as they were looked at. */
  readonly numbers = new Map<string, number>();
  version = 0;
  private readonly describeError: DescribeError;
  private listener: RowsListener | undefined;

  constructor(target: RowsTarget, account: Account, describeError: DescribeError) {
    this.target = target;
    this.account = account;
    this.describeError = describeError;
  }

  listen(listener: RowsListener | undefined): void {
    this.listener = listener;
    listener?.stateChanged();
  }

  /**
   * Loads the fields, then the rows; also anew. What is pending stays. Never throws.
   * @param view how they are to be shown; by default as they are shown now
   */
  async load(view?: Promise<RowsView | undefined>): Promise<void> {
    this.loader?.stop();
    this.openError = undefined;
    try {
      const client = await this.account.client();
      const [fields, standing] = await Promise.all([
        retrieveRowFields(client, this.target),
        readStanding(client, this.target, this.standing),
      ]);
      // What was loaded of it stays to be looked at.
      if (fields.length === 0) throw new RowsGone(this.target.name, this.fields.length > 0);
      [this.fields, this.standing] = [fields, standing];
    } catch (error) {
      this.fail(error);
      return;
    }
    const { filter, sort, top } = (await view) ?? { filter: this.filter.text, sort: this.sort, top: 0 };
    // A column of the filter may have another name by now: then it says so, and filters nothing.
    const read = filterOfText(filter, this.fields);
    this.filter = read.shown;
    this.soapFilter = read.filter;
    await this.loadRows(sort, Math.min(top + margin, mostRestored));
  }

  /** Filters by a text; a text that is not understood changes nothing but what is said of it. */
  async applyFilter(text: string): Promise<RowsFilter> {
    const { shown, filter } = filterOfText(text, this.fields);
    if (shown.problem !== undefined || this.isGone) return shown;
    this.filter = shown;
    this.soapFilter = filter;
    await this.loadRows(this.sort);
    return shown;
  }

  checkFilter(text: string): RowsFilter {
    return filterOfText(text, this.fields).shown;
  }

  buildFilter(tree: FilterNode | null): RowsFilter {
    return filterOfTree(tree, this.fields).shown;
  }

  async sortBy(sort: RowsSort | undefined): Promise<void> {
    await this.sorting.run(this.order, sort);
  }

  /** Rows that are in sight; more are loaded when the end comes near. */
  rows(from: number, to: number): ShownRow[] {
    if (to + margin >= this.shown)
      this.loader?.want(this.loader.loaded + (to + margin >= this.shown ? firstRows : 0));
    return Array.from({ length: Math.max(0, Math.min(to, this.shown) - from) }, (_row, index) =>
      shownRow(this, from + index),
    );
  }

  loadAll(): void {
    this.loader?.want(Infinity);
  }

  stop(): void {
    this.loader?.stop();
    this.cancelSorting();
  }

  /** Leaves the rows in the order that they have. */
  cancelSorting(): void {
    this.sorting.cancel(this.order);
  }

  /** Something is under way that a person may stop. */
  get canStop(): boolean {
    return this.sorting.isUnderWay || this.status === 'loading';
  }

  get isComplete(): boolean {
    return this.loader?.status === 'complete';
  }

  /** The service knows the data extension no more: these rows are all that is left of it. */
  get isGone(): boolean {
    return this.openError instanceof RowsGone;
  }

  get shown(): number {
    return this.changes.added().length + this.order.count;
  }

  get isReadOnly(): boolean {
    return readOnlyReason(this) !== undefined;
  }

  get hasKey(): boolean {
    return this.fields.some(({ isPrimaryKey }) => isPrimaryKey);
  }

  /** The row at a place: its id and what the server holds of it; undefined past the end. */
  at(
    place: number,
  ):
    | { readonly id: string; readonly base: RowContent | undefined; readonly number: number | undefined }
    | undefined {
    const added = this.changes.added();
    const id = added[place]?.id;
    if (id !== undefined) return { id, base: undefined, number: undefined };
    const number = this.order.rowAt(place - added.length);
    if (number === undefined) return undefined;
    const cells = this.store.cells(number);
    const base = Object.fromEntries(this.fields.map(({ name }, index) => [name, cells[index] ?? null]));
    const rowId = keyId(base, this.fields) ?? `row:${String(number)}`;
    if (this.changes.has(rowId)) this.numbers.set(rowId, number);
    return { id: rowId, base, number };
  }

  /** Columns of the key cannot be changed once the row is there, and without a key no column can. */
  mayChange(id: string, column: string): boolean {
    if (this.isReadOnly) return false;
    const mark = this.changes.pendingOf(id)?.mark;
    if (mark === 'added') return true;
    const isKey = this.fields.some(({ name, isPrimaryKey }) => isPrimaryKey && name === column);
    return this.hasKey && !isKey && mark !== 'deleted';
  }

  /** Where a row with something pending is shown, as far as it is known. */
  placeOf(id: string): number | undefined {
    const added = this.changes.added();
    const place = added.findIndex((row) => row.id === id);
    const number = this.numbers.get(id);
    if (place !== -1 || number === undefined) return place === -1 ? undefined : place;
    const among = this.order.placeOf(number);
    return among === undefined ? undefined : added.length + among;
  }

  /** Tells the listener of an edit that a person made. */
  edit(edit: RowEdit): void {
    if (edit.steps.length === 0) return;
    this.moved();
    this.listener?.edited(edit);
  }

  /** Rows or their order have changed. */
  moved(): void {
    this.version += 1;
    this.listener?.stateChanged();
  }

  /** After rows were removed or added by a write: the order is made anew. */
  async reorder(): Promise<void> {
    await this.order.apply(this.sort);
    this.moved();
  }

  setBusy(text: string | undefined): void {
    this.busy = text;
    this.listener?.stateChanged();
  }

  describe(error: unknown): ReturnType<DescribeError> {
    return error instanceof RowsGone ? error : this.describeError(error);
  }

  client(): Promise<SoapClient> {
    return this.account.client();
  }

  /** The retrieve of all that the filter asks for. */
  query(): ReturnType<typeof rowsQuery> {
    return rowsQuery(this.target, this.fields, this.soapFilter);
  }

  get status(): LoadStatus {
    return this.error === undefined ? (this.loader?.status ?? 'loading') : 'failed';
  }

  get loaded(): number {
    return this.loader?.loaded ?? 0;
  }

  /** Why there are no rows, or no more. */
  get error(): unknown {
    return this.openError ?? this.loader?.error;
  }

  get sort(): RowsSort | undefined {
    return this.sorting.wanted;
  }

  /** What is wrong with the pending cells of a row, by column: what the columns would not take. */
  cellProblems(id: string): Readonly<Record<string, string>> {
    return cellProblems(this.changes.pendingOf(id), this.fields);
  }

  /** @param atLeast rows that are loaded before anybody scrolls */
  private async loadRows(sort: RowsSort | undefined, atLeast = 0): Promise<void> {
    this.loader?.stop();
    this.sorting.begin(this.order, sort);
    this.numbers.clear();
    this.store = new RowStore(this.fields.map(({ name }) => name));
    this.order = new RowOrder(this.store, this.fields);
    const query = this.query();
    const loader = new RowLoader(
      { client: this.account.client, query, store: this.store, changed: () => this.hasLoaded() },
      Math.max(firstRows, atLeast),
    );
    this.loader = loader;
    this.moved();
    loader
      .run()
      .then(() => (loader === this.loader && this.sort !== undefined ? this.sortBy(this.sort) : undefined))
      .catch((error: unknown) => this.fail(error));
    await Promise.resolve();
  }

  private hasLoaded(): void {
    if (this.sorting.isOwed && this.status !== 'loading')
      this.sortBy(this.sort).catch((error: unknown) => this.fail(error));
    this.listener?.stateChanged();
  }

  private fail(error: unknown): void {
    this.openError = error;
    this.moved();
  }
}
