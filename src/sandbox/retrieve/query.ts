/** A retrieve that is prepared: what is wanted of which rows, to be read page by page. */
import type { ApiStruct } from '../message/value.ts';
import { bytesOf } from '../xml/octets.ts';
import { predicateOf, type Predicate } from './filter.ts';
import type { Window } from '../org/lastBatches.ts';
import type { Rows, RowWriter } from './rows.ts';

/** The service answers this many rows at most (documented); a smaller BatchSize lowers it. */
export const largestPage = 2500;

/** How many rows are made at a time while a page is sent. */
const rowsInPiece = 100;

export interface Page {
  /** The XML of the rows, made while it is read. */
  readonly pieces: Iterable<Buffer>;
  /** Where the next page begins; undefined when this is the last. */
  readonly next: number | undefined;
}

export interface Query {
  readonly objectType: string;
  /** The page that begins at a position; 0 for the first. */
  page(position: number): Page;
}

export interface QuerySettings {
  readonly objectType: string;
  readonly properties: readonly string[];
  readonly filter: ApiStruct | undefined;
  readonly pageSize: number;
  /** Changes that are wanted alone; undefined for everything. */
  readonly window?: Window | undefined;
}

/** Prepares a retrieve of these rows, or says in a sentence what is wrong with it. */
export function queryOf(rows: Rows, settings: QuerySettings): Query | string {
  const writer = rows.writer(settings.properties);
  if (typeof writer === 'string') return writer;
  const matches = settings.filter === undefined ? undefined : predicateOf(rows, settings.filter);
  if (typeof matches === 'string') return matches;
  const wanted = withinWindow(rows, settings.window, matches);
  return {
    objectType: settings.objectType,
    page: (position) => {
      const { items, next } = collect(rows, wanted, position, settings.pageSize);
      return { pieces: piecesOf(items, writer), next };
    },
  };
}

/** The dates that say when a row last changed, the best first. */
const changeDates = ['ModifiedDate', 'EventDate', 'CreatedDate'];

/** Rows that meet a filter and changed within a window; those that have no date are always wanted. */
function withinWindow(
  rows: Rows,
  window: Window | undefined,
  matches: Predicate | undefined,
): Predicate | undefined {
  if (window === undefined) return matches;
  const date = changeDates.map((name) => rows.property(name)).find((property) => property?.kind === 'date');
  return (item) => {
    const moment = date?.value(item);
    const isRecent =
      !(moment instanceof Date) || (moment.getTime() > window.from && moment.getTime() <= window.to);
    return isRecent && matches?.(item) !== false;
  };
}

/** The rows of one page, and the position of the first row after them. */
function collect(
  rows: Rows,
  matches: Predicate | undefined,
  from: number,
  size: number,
): { items: readonly unknown[]; next: number | undefined } {
  const items: unknown[] = [];
  let next: number | undefined;
  rows.scan(from, (item, position) => {
    if (matches !== undefined && !matches(item)) return true;
    if (items.length < size) {
      items.push(item);
      return true;
    }
    next = position;
    return false;
  });
  return { items, next };
}

function* piecesOf(items: readonly unknown[], writer: RowWriter): Iterable<Buffer> {
  for (let from = 0; from < items.length; from += rowsInPiece) {
    let piece = '';
    for (const item of items.slice(from, from + rowsInPiece)) piece += writer.write(item);
    yield bytesOf(piece);
  }
}
