/** Retrieves in guides, and the filters that they have. */
import type { GuideRequest } from './guide.ts';
import { of, typed, type Xml } from './xml.ts';

/** A filter, written as an element of this name. */
export type FilterPart = (name: string) => Xml;

/** A retrieve of the first page. */
export function retrieve(
  naming: Pick<GuideRequest, 'title' | 'name'>,
  { type, properties }: { readonly type: string; readonly properties: readonly string[] },
  filter?: FilterPart,
): GuideRequest {
  return {
    ...naming,
    body: of('RetrieveRequestMsg', [
      of('RetrieveRequest', [
        of('ObjectType', type),
        ...properties.map((property) => of('Properties', property)),
        ...(filter === undefined ? [] : [filter('Filter')]),
      ]),
    ]),
  };
}

export function equals(property: string, value: string): FilterPart {
  return (name) =>
    typed(name, 'SimpleFilterPart', [
      of('Property', property),
      of('SimpleOperator', 'equals'),
      of('Value', value),
    ]);
}

/** @param moment an `xs:dateTime` with offset */
export function after(property: string, moment: string): FilterPart {
  return (name) =>
    typed(name, 'SimpleFilterPart', [
      of('Property', property),
      of('SimpleOperator', 'greaterThan'),
      of('DateValue', moment),
    ]);
}

export function both(left: FilterPart, right: FilterPart): FilterPart {
  return (name) =>
    typed(name, 'ComplexFilterPart', [
      left('LeftOperand'),
      of('LogicalOperator', 'AND'),
      right('RightOperand'),
    ]);
}
