/** The properties of one object while they are looked at and changed: loaded, edited, compared, written. */
import * as l10n from '@vscode/l10n';
import type { Catalogue } from '../../../catalogue/index.ts';
import type { PropertiesState, PropertyChange, PropertyRow } from '../../../shared/propertiesMessages.ts';
import type { SoapObject, SoapValue } from '../../../soap/pure.ts';
import type { Account, DescribeError, ErrorText } from '../../account.ts';
import { problemOf, propertyRow, writtenValue } from './propertyRow.ts';
import type { ObjectOfNode } from './objects.ts';
import { readProperties } from './readProperties.ts';

interface Parts {
  readonly account: Account;
  readonly catalogue: () => Promise<Catalogue>;
  readonly target: ObjectOfNode;
  readonly describeError: DescribeError;
  /** Called after every change. */
  readonly changed: (state: PropertiesState) => void;
}

export class PropertiesSession {
  private readonly parts: Parts;
  private readonly leaving = new AbortController();
  private status: PropertiesState['status'] = 'loading';
  private loaded: SoapObject = {};
  private rows: readonly PropertyRow[] = [];
  private review: readonly PropertyChange[] | undefined;
  private error: ErrorText | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  get state(): PropertiesState {
    const { account, target } = this.parts;
    return {
      title: target.title,
      kind: target.name,
      objectType: target.objectType,
      where: account.label,
      isProduction: account.isProduction === true,
      status: this.status,
      rows: this.rows,
      ...(target.update === undefined
        ? { readOnly: l10n.t('The API changes nothing of {0}.', target.objectType) }
        : {}),
      ...(this.error === undefined ? {} : { error: this.error }),
      ...(this.review === undefined ? {} : { review: this.review }),
    };
  }

  /** Loads anew; what was typed is dropped. @param edits what is to be there as if it were typed, by property */
  async load(edits: Readonly<Record<string, string>> = {}): Promise<void> {
    this.set({ status: 'loading', error: undefined, review: undefined });
    try {
      const typed = (row: PropertyRow): PropertyRow => withEdit(row, edits[row.path]);
      this.rows = (await this.read()).map(typed);
      this.set({ status: 'ready' });
    } catch (error) {
      this.set({ status: 'failed', error: this.parts.describeError(error) });
    }
  }

  /** Says once more what there is, to a page that was loaded anew. */
  repeat(): void {
    this.tell();
  }

  /** Takes what was typed; the value that was loaded takes the change back. */
  edit(path: string, value: string): void {
    this.rows = this.rows.map((row) => (row.path === path ? withEdit(row, value) : row));
    this.tell();
  }

  revert(): void {
    this.rows = this.rows.map(unedited);
    this.set({ error: undefined, review: undefined });
  }

  /** Looks at what the service holds now, and shows what would be written. Nothing is, before that was seen. */
  async openReview(): Promise<void> {
    const changes = this.changes();
    if (changes.length === 0 || this.rows.some(({ problem }) => problem !== undefined)) return;
    this.set({ status: 'loading', error: undefined });
    try {
      const now = new Map((await this.read()).map((row) => [row.path, row.value]));
      this.set({
        status: 'ready',
        review: changes.map((change) => {
          const theirs = now.get(change.path) ?? null;
          return theirs === change.before ? change : { ...change, theirs };
        }),
      });
    } catch (error) {
      this.set({ status: 'ready', error: this.parts.describeError(error) });
    }
  }

  closeReview(): void {
    this.set({ review: undefined });
  }

  /**
   * Writes what the review shows, and reads it back: of each property it is said what became of it.
   * @returns true when the service took it.
   */
  async write(): Promise<boolean> {
    const { update } = this.parts.target;
    const written = this.review;
    if (update === undefined || written === undefined) return false;
    let isTaken = false;
    this.set({ status: 'writing', review: undefined, error: undefined });
    try {
      const client = await this.parts.account.client();
      const byPath = new Map(this.rows.map((row) => [row.path, row]));
      const changes = Object.fromEntries(
        written.map(({ path, after }): [string, SoapValue] => {
          const row = byPath.get(path);
          return [path, row === undefined ? after : writtenValue(row, after)];
        }),
      );
      const [result] = (await client.update([update(changes, this.loaded)])).results;
      if (result?.ok !== true) {
        this.refused(written, result?.message ?? l10n.t('The service does not say why.'));
        return false;
      }
      isTaken = true;
      this.loaded = { ...this.loaded, ...changes };
      await this.readBack(written);
    } catch (error) {
      this.set({ status: 'ready', error: this.parts.describeError(error) });
    }
    return isTaken;
  }

  dispose(): void {
    this.leaving.abort();
  }

  /** What was typed stays, with the service's words. */
  private refused(written: readonly PropertyChange[], words: string): void {
    const paths = new Set(written.map(({ path }) => path));
    this.rows = this.rows.map((row) =>
      paths.has(row.path) ? { ...row, outcome: { ok: false, text: l10n.t('Not written') } } : row,
    );
    this.set({
      status: 'ready',
      error: {
        title: l10n.t('The service refused.'),
        advice: l10n.t('Nothing was changed.'),
        serverMessage: words,
      },
    });
  }

  /** The service takes some properties without a word and does not keep them. */
  private async readBack(written: readonly PropertyChange[]): Promise<void> {
    const wanted = new Map(written.map(({ path, after }) => [path, after]));
    this.rows = (await this.read()).map((row) => {
      const after = wanted.get(row.path);
      if (after === undefined) return row;
      if (row.value === after) return { ...row, outcome: { ok: true, text: l10n.t('Written') } };
      return { ...row, outcome: { ok: false, text: l10n.t('Taken by the service, but not kept') } };
    });
    this.set({ status: 'ready' });
  }

  private changes(): PropertyChange[] {
    return this.rows.flatMap(({ path, value, edited: after }) =>
      after === undefined ? [] : [{ path, before: value, after }],
    );
  }

  private async read(): Promise<PropertyRow[]> {
    const { account, target } = this.parts;
    const [client, catalogue] = await Promise.all([account.client(), this.parts.catalogue()]);
    const { objectType, owner, update, editable } = target;
    const wanted = { objectType, owner, filter: target.filter(this.loaded) };
    const { properties, object } = await readProperties(client, catalogue, wanted, this.leaving.signal);
    if (object === undefined)
      throw new Error(l10n.t('{0} is gone: it was deleted or renamed meanwhile.', target.title));
    this.loaded = object;
    const changeable = update === undefined ? [] : editable;
    return properties.map((path) =>
      propertyRow(catalogue, objectType, {
        ...{ path, object },
        ...(changeable === undefined ? {} : { editable: changeable }),
      }),
    );
  }

  private set(change: {
    readonly status?: PropertiesState['status'];
    readonly error?: ErrorText | undefined;
    readonly review?: readonly PropertyChange[] | undefined;
  }): void {
    if (change.status !== undefined) this.status = change.status;
    if ('error' in change) this.error = change.error;
    if ('review' in change) this.review = change.review;
    this.tell();
  }

  private tell(): void {
    if (!this.leaving.signal.aborted) this.parts.changed(this.state);
  }
}

function unedited({
  edited: _edited,
  problem: _problem,
  outcome: _outcome,
  ...row
}: PropertyRow): PropertyRow {
  return row;
}

/** @param value undefined for a row that nobody has changed */
function withEdit(row: PropertyRow, value: string | undefined): PropertyRow {
  return value === undefined || row.input === undefined ? row : edited(row, value);
}

function edited(row: PropertyRow, value: string): PropertyRow {
  const before = unedited(row);
  if (value === (row.value ?? '')) return before;
  const problem = problemOf(row, value);
  return { ...before, edited: value, ...(problem === undefined ? {} : { problem }) };
}
