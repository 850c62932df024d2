/** A list as views know it, and the retrieve that brings it. */
import type { RetrieveQuery } from '../../../soap/index.ts';
import { numberAt, serverTime, textAt, type Filter, type SoapObject } from '../../../soap/pure.ts';

export interface List {
  readonly id: number;
  readonly name: string;
  readonly key: string;
  readonly description: string;
  /** `public`, `private` … */
  readonly type: string;
  /** `ExactTargetList`, `PublicationList`, `SuppressionList`. */
  readonly classification: string;
  readonly created: Date | undefined;
  readonly modified: Date | undefined;
}

/** The lists that a filter asks for. */
export function listsQuery(filter: Filter): RetrieveQuery {
  return {
    objectType: 'List',
    properties: [
      'ID',
      'ListName',
      'CustomerKey',
      'Description',
      'Type',
      'ListClassification',
      'Category',
      'CreatedDate',
      'ModifiedDate',
    ],
    filter,
  };
}

export function readList(object: SoapObject): List {
  const text = (property: string): string => textAt(object, property) ?? '';
  return {
    id: numberAt(object, 'ID') ?? 0,
    name: text('ListName'),
    key: text('CustomerKey'),
    description: text('Description'),
    type: text('Type').toLowerCase(),
    classification: text('ListClassification'),
    created: serverTime(text('CreatedDate')),
    modified: serverTime(text('ModifiedDate')),
  };
}
