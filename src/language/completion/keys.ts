/** Keys, columns and attributes of the org that is connected, where a request names one. */
import { textOf } from '../schema/textOf.ts';
import type { TypedElement } from '../schema/typedTree.ts';
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import { columnOffers } from './columns.ts';
import type { Offer } from './offer.ts';
import type { Sources } from './sources.ts';

export function keyOffers(element: TypedElement, sources: Sources): Offer[] {
  return [
    ...objectKeys(element, sources),
    ...columnNames(element, sources),
    ...attributeNames(element, sources),
  ];
}

/** The property that says which object is meant, where that is not `CustomerKey`. */
const keyElements: Readonly<Record<string, string>> = { List: 'ID', SubscriberList: 'ID', Email: 'ID' };
/** The object whose key it is, where that is not the object itself. */
const owners: Readonly<Record<string, string>> = {
  SubscriberList: 'List',
  DataExtensionObject: 'DataExtension',
};

function objectKeys({ node, parent }: TypedElement, { catalogue, facts }: Sources): Offer[] {
  const type = parent?.type;
  if (type === undefined || !catalogue.isApiObject(type)) return [];
  if (localName(node.name) !== (keyElements[type] ?? 'CustomerKey')) return [];
  const known = facts.keys(owners[type] ?? type)?.keys ?? [];
  return known.map(({ key, name }) => ({
    ...{ label: key, kind: 'key' as const, newText: key, detail: name },
    filter: `${key} ${name}`,
  }));
}

/** In `<Property><Name>` of a row that is written: the columns of its data extension. */
function columnNames(element: TypedElement, { facts }: Sources): Offer[] {
  if (localName(element.node.name) !== 'Name' || element.parent?.type !== 'APIProperty') return [];
  const row = element.parent.parent?.parent;
  if (row?.type !== 'DataExtensionObject') return [];
  const key = childText(row.node, 'CustomerKey');
  const columns = key === undefined ? undefined : facts.columns(key);
  const taken = new Set(
    childElements(element.parent.parent?.node ?? row.node).flatMap(
      (property) => childText(property, 'Name') ?? [],
    ),
  );
  return columnOffers(columns ?? []).filter(({ label }) => !taken.has(label));
}

/** In `<Attributes><Name>` of a subscriber: the profile attributes. */
function attributeNames(element: TypedElement, { facts }: Sources): Offer[] {
  if (localName(element.node.name) !== 'Name' || element.parent?.type !== 'Attribute') return [];
  if (element.parent.parent?.type !== 'Subscriber') return [];
  return (facts.attributes() ?? []).map((name) => ({
    ...{ label: name, kind: 'column', newText: name, detail: 'profile attribute' },
  }));
}

function childText(element: XmlElementNode, name: string): string | undefined {
  const child = childElements(element).find((node) => localName(node.name) === name);
  const text = child === undefined ? '' : textOf(child).trim();
  return text === '' ? undefined : text;
}
