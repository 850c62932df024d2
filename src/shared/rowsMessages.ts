/** What the rows editor's host and its page say to each other. Rows are addressed by their place in what is shown. */
import { hasKind } from './guard.ts';
import { isImportOptions, type ImportOptions, type ImportPlan } from './importMessages.ts';
import type { FilterNode } from './rowFilter.ts';

/** A cell: null for no value. */
export type RowCell = string | null;

export interface RowsColumn {
  readonly name: string;
  /** For a person, e.g. `Text(50)`. */
  readonly type: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'date';
  readonly isPrimaryKey: boolean;
  readonly isRequired: boolean;
}

export type RowMark = 'changed' | 'added' | 'deleted';

export interface ShownRow {
  readonly id: string;
  readonly cells: readonly RowCell[];
  readonly mark?: RowMark;
  /** Indexes of the columns whose cells differ from what was loaded. */
  readonly changed?: readonly number[];
  /** What is wrong with single cells, by the index of their column. */
  readonly cellProblems?: Readonly<Record<number, string>>;
  /** Why the row could not be written, in the service's words. */
  readonly problem?: string;
}

export interface RowsError {
  readonly title: string;
  readonly advice: string;
  readonly serverMessage?: string;
}

export interface RowsFilter {
  readonly text: string;
  readonly tree?: FilterNode;
  /** The filter of the API, indented; empty without a filter. */
  readonly soap: string;
  readonly problem?: { readonly message: string; readonly from: number; readonly to: number };
}

export interface RowsSort {
  readonly column: string;
  readonly ascending: boolean;
}

/** Everything the page shows but the rows. Always sent whole. */
export interface RowsState {
  readonly title: string;
  /** Connection and business unit. */
  readonly where: string;
  readonly columns: readonly RowsColumn[];
  /** Rows that can be scrolled to: added and loaded ones. */
  readonly shown: number;
  /** Rows loaded so far. */
  readonly loaded: number;
  readonly status: 'loading' | 'paused' | 'complete' | 'stopped' | 'failed';
  /** Grows when rows have moved, so that the page asks for those in sight anew. */
  readonly version: number;
  readonly sort?: RowsSort;
  /** The filter that the rows are loaded by. */
  readonly filter: RowsFilter;
  readonly changes: {
    readonly changed: number;
    readonly added: number;
    readonly deleted: number;
    readonly invalid: number;
    readonly failed: number;
  };
  /** True while rows are loaded or sorted, which can be stopped. */
  readonly canStop: boolean;
  /** True when nothing can be changed here. */
  readonly isReadOnly: boolean;
  /** Why nothing can be changed, or rows can be added only. */
  readonly limits?: string;
  readonly error?: RowsError;
  /** What is under way beside loading, e.g. "Writing 50 of 120 rows". */
  readonly busy?: string;
}

/** One row of the review before writing. */
export interface ReviewRow {
  readonly id: string;
  readonly mark: RowMark;
  /** The primary key for a person. */
  readonly key: string;
  readonly cells: readonly {
    readonly column: string;
    readonly before: RowCell;
    readonly after: RowCell;
    readonly theirs?: RowCell;
  }[];
  /** What happened on the server since the row was loaded. */
  readonly conflict?: string;
}

export interface Review {
  /** "3 changed, 1 new, 2 deleted, in Acme · UK". */
  readonly summary: string;
  readonly rows: readonly ReviewRow[];
  /** Rows that are written but not listed, as there are very many. */
  readonly unlisted: number;
}

/** What to do with a row that changed on the server meanwhile. */
export type ConflictChoice = 'later' | 'mine' | 'theirs';

/** A cell that a person changed; the id guards against rows that have moved meanwhile. */
export interface EditedCell {
  readonly id: string;
  readonly row: number;
  readonly column: string;
  readonly value: RowCell;
}

export type ToRowsPage =
  | { readonly kind: 'state'; readonly state: RowsState }
  | {
      readonly kind: 'rows';
      readonly version: number;
      readonly from: number;
      readonly rows: readonly ShownRow[];
    }
  | { readonly kind: 'filter'; readonly filter: RowsFilter }
  | { readonly kind: 'review'; readonly review: Review }
  | { readonly kind: 'closeReview' }
  | { readonly kind: 'reveal'; readonly row: number }
  | { readonly kind: 'import'; readonly plan: ImportPlan };

/** How a person had the rows before the window was loaded anew. */
export interface RowsView {
  readonly filter: string;
  readonly sort?: RowsSort;
  /** Place of the first row in sight. */
  readonly top: number;
}

export type FromRowsPage =
  | { readonly kind: 'ready' }
  /** Rows may be loaded now. */
  | { readonly kind: 'open'; readonly view?: RowsView }
  | { readonly kind: 'need'; readonly from: number; readonly to: number }
  | { readonly kind: 'checkFilter'; readonly text: string }
  | { readonly kind: 'buildFilter'; readonly tree: FilterNode | null }
  | { readonly kind: 'applyFilter'; readonly text: string }
  | { readonly kind: 'sort'; readonly column: string; readonly ascending: boolean }
  | { readonly kind: 'unsort' }
  | { readonly kind: 'edit'; readonly cells: readonly EditedCell[] }
  | { readonly kind: 'add'; readonly copyOf?: number }
  | { readonly kind: 'remove' | 'revert'; readonly rows: readonly number[] }
  | {
      readonly kind: 'copy';
      readonly format: 'tsv' | 'json' | 'soap';
      readonly rows: readonly number[];
      readonly columns: readonly string[];
    }
  | {
      readonly kind: 'answerReview';
      readonly write: boolean;
      readonly conflicts: Readonly<Record<string, ConflictChoice>>;
    }
  | { readonly kind: 'importOptions'; readonly options: ImportOptions }
  | { readonly kind: RowsButton };

/** What a person presses that needs no more to be told. */
export const rowsButtons = [
  'save',
  'discard',
  'loadAll',
  'stop',
  'reload',
  'export',
  'import',
  'dryRunImport',
  'writeImport',
  'cancelImport',
  'openRequest',
  'nextProblem',
] as const;
export type RowsButton = (typeof rowsButtons)[number];

type Kind = FromRowsPage['kind'];
type Check = (value: Readonly<Record<string, unknown>>) => boolean;

const isPlace = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
const arePlaces = (value: unknown): boolean => Array.isArray(value) && value.every(isPlace);
const areTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isText = (value: unknown): boolean => typeof value === 'string';
const always: Check = () => true;

const checks: Readonly<Record<Exclude<Kind, RowsButton>, Check>> = {
  ready: always,
  open: ({ view }) => view === undefined || isRowsView(view),
  need: ({ from, to }) => isPlace(from) && isPlace(to),
  checkFilter: ({ text }) => isText(text),
  buildFilter: ({ tree }) => tree === null || isFilterNode(tree),
  applyFilter: ({ text }) => isText(text),
  sort: ({ column, ascending }) => isText(column) && typeof ascending === 'boolean',
  unsort: always,
  edit: ({ cells }) => Array.isArray(cells) && cells.every(isEditedCell),
  add: ({ copyOf }) => copyOf === undefined || isPlace(copyOf),
  remove: ({ rows }) => arePlaces(rows),
  revert: ({ rows }) => arePlaces(rows),
  copy: ({ format, rows, columns }) => isText(format) && arePlaces(rows) && areTexts(columns),
  importOptions: ({ options }) => isImportOptions(options),
  answerReview: ({ write, conflicts }) =>
    typeof write === 'boolean' && typeof conflicts === 'object' && conflicts !== null,
};

/** Also of what the page kept itself, which may be from another version of it. */
export function isRowsView(value: unknown): value is RowsView {
  if (typeof value !== 'object' || value === null) return false;
  const { filter, sort, top } = value as Readonly<Record<string, unknown>>;
  return isText(filter) && isPlace(top) && (sort === undefined || isRowsSort(sort));
}

function isRowsSort(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { column, ascending } = value as Readonly<Record<string, unknown>>;
  return isText(column) && typeof ascending === 'boolean';
}

function isEditedCell(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, row, column, value: cell } = value as Readonly<Record<string, unknown>>;
  return isText(id) && isPlace(row) && isText(column) && (cell === null || isText(cell));
}

function isFilterNode(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('logic' in value)
    return 'items' in value && Array.isArray(value.items) && value.items.every(isFilterNode);
  return (
    'column' in value &&
    isText(value.column) &&
    'operator' in value &&
    isText(value.operator) &&
    'values' in value &&
    areTexts(value.values)
  );
}

const kinds = [...(Object.keys(checks) as Exclude<Kind, RowsButton>[]), ...rowsButtons];

export function isFromRowsPage(value: unknown): value is FromRowsPage {
  if (!hasKind(value, kinds)) return false;
  const check = Object.entries(checks).find(([kind]) => kind === value.kind)?.[1] ?? always;
  return check({ ...value });
}

export function isToRowsPage(value: unknown): value is ToRowsPage {
  return hasKind(value, ['state', 'rows', 'filter', 'review', 'closeReview', 'reveal', 'import']);
}
