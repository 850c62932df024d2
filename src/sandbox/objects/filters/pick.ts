/** What a filter definition picks out of what it is a filter of. */
import type { ApiStruct } from '../../message/value.ts';
import { fieldNamed, type DataExtension } from '../../org/dataExtension.ts';
import type { KeptObject } from '../../org/kept.ts';
import { isReached, type List, type Subscriber } from '../../org/people.ts';
import { predicateOf } from '../../retrieve/filter.ts';
import type { Rows } from '../../retrieve/rows.ts';
import type { Write } from '../apiObject.ts';
import { extensionRows } from '../dataExtensionObject.ts';
import { keptNamed } from '../kept/keptObject.ts';
import { extensionNamed, listNamed } from '../named.ts';
import { subscriberRows } from './subscriberRows.ts';

type Place = Pick<Write, 'org' | 'account'>;

/** What a filter goes through: the rows of a data extension, or subscribers; undefined for a source that is not there. */
export type Source =
  | { readonly extension: DataExtension; readonly rows: Rows<number> }
  | { readonly list: List | undefined; readonly rows: Rows<Subscriber> };

/** A list as a source; without any, the source is every subscriber (documented). */
export function sourceOf(place: Place, struct: ApiStruct | undefined): Source | undefined {
  const { org, account } = place;
  if (struct?.type === 'DataExtension') {
    const extension = extensionNamed(place, struct);
    return extension === undefined ? undefined : { extension, rows: extensionRows(extension) };
  }
  if (struct?.type === 'List') {
    const list = listNamed(place, struct);
    return list === undefined ? undefined : { list, rows: subscriberRows(org, reachedOn(list)) };
  }
  const everybody = [...org.subscribers.all()].filter(
    ({ mid, status }) => mid === account.mid && status === 'Active',
  );
  return { list: undefined, rows: subscriberRows(org, everybody) };
}

function reachedOn(list: List): readonly Subscriber[] {
  return [...list.members.values()].filter(isReached).map(({ subscriber }) => subscriber);
}

/** The items that a filter lets through, or why it cannot be one of these rows. */
export function picked<Item>(rows: Rows<Item>, filter: ApiStruct): readonly Item[] | string {
  const isWanted = predicateOf(rows, filter);
  if (typeof isWanted === 'string') return isWanted;
  const found: Item[] = [];
  rows.scan(0, (item) => {
    if (isWanted(item)) found.push(item);
    return true;
  });
  return found;
}

/** The filter definition of an audience. */
export function filterOf(place: Place, struct: ApiStruct): KeptObject | undefined {
  return keptNamed('FilterDefinition', place, struct.struct('FilterDefinition'));
}

/** The subscriber keys that a filter picks out now, of a list where one is named. */
export function keysPicked(place: Place, { content }: KeptObject, listId?: number): readonly string[] {
  const filter = content.struct('DataFilter');
  const source = sourceOf(place, content.struct('DataSource'));
  if (filter === undefined || source === undefined) return [];
  if ('extension' in source) return rowKeys(source.extension, picked(source.rows, filter));
  const list = listId === undefined ? undefined : place.org.lists.find(place.account.mid, 'id', listId);
  const rows = list === undefined ? source.rows : subscriberRows(place.org, reachedOn(list));
  const found = picked(rows, filter);
  return typeof found === 'string' ? [] : found.map(({ key }) => key);
}

function rowKeys(extension: DataExtension, positions: readonly number[] | string): readonly string[] {
  const field = fieldNamed(extension, extension.sendableField ?? '');
  if (field === undefined || typeof positions === 'string') return [];
  const keys = positions.map((position) => extension.rows.cell(position, field) ?? '');
  return [...new Set(keys.filter((key) => key !== ''))];
}
