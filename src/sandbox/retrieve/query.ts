/** A retrieve that is prepared: what is wanted of which rows, to be read page by page. */
import type { ApiStruct } from '../message/value.ts';
import { bytesOf } from '../xml/octets.ts';
import { predicateOf, type Predicate } from './filter.ts';
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
}

/** Prepares a retrieve of these rows, or says in a sentence what is wrong with it. */
export function queryOf(rows: Rows, settings: QuerySettings): Query | string {
  const writer = rows.writer(settings.properties);
  if (typeof writer === 'string') return writer;
  const matches = settings.filter === undefined ? undefined : predicateOf(rows, settings.filter);
  if (typeof matches === 'string') return matches;
  return {
    objectType: settings.objectType,
    page: (position) => {
      const { items, next } = collect(rows, matches, position, settings.pageSize);
      return { pieces: piecesOf(items, writer), next };
    },
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
