/** The values that fit into an element: words, objects, properties, columns, keys. */
import { retrievablePaths } from '../schema/paths.ts';
import { methodOf, targetAround } from '../schema/target.ts';
import { textOf } from '../schema/textOf.ts';
import { typedChildren, typedMessage, type TypedElement } from '../schema/typedTree.ts';
import { localName, type XmlElementNode } from '../xml/node.ts';
import { columnOffers } from './columns.ts';
import { keyOffers } from './keys.ts';
import type { Offer } from './offer.ts';
import type { Place } from './placeKinds.ts';
import type { Sources } from './sources.ts';

/** What is offered inside an element that holds text; `element` is that element. */
export function valueOffers(
  element: TypedElement,
  place: Extract<Place, { kind: 'text' }>,
  sources: Sources,
): Offer[] {
  return [
    ...wordOffers(element, sources),
    ...objectOffers(element, place, sources),
    ...propertyOffers(element, sources),
    ...actionOffers(element, place, sources),
    ...keyOffers(element, sources),
    ...momentOffers(element),
  ];
}

function wordOffers({ type, declaration }: TypedElement, { catalogue }: Sources): Offer[] {
  const words = type === 'xs:boolean' ? ['true', 'false'] : catalogue.enumeration(type ?? '');
  return (words ?? []).map((word) => ({
    label: word,
    kind: 'value',
    newText: word,
    detail: type === 'xs:boolean' ? '' : (type ?? ''),
    ...(word === declaration?.default ? { rank: 0 } : {}),
  }));
}

/** A date in a request is most often so many days ago. */
function momentOffers({ type }: TypedElement): Offer[] {
  if (type !== 'xs:dateTime') return [];
  return [
    ['now', '{{$datetime iso8601}}'],
    ['a day ago', '{{$datetime iso8601 -1 d}}'],
    ['a week ago', '{{$datetime iso8601 -7 d}}'],
  ].map(([detail = '', text = '']) => ({ label: text, kind: 'variable', newText: text, detail, rank: 2 }));
}

/** Objects that the method takes; what nobody knows of is offered behind those that are known to be taken. */
function objectOffers(
  element: TypedElement,
  place: Extract<Place, { kind: 'text' }>,
  { catalogue, facts }: Sources,
): Offer[] {
  if (localName(element.node.name) !== 'ObjectType') return [];
  const message = typedMessage(place.request, catalogue);
  const method = message === undefined ? undefined : methodOf(message, catalogue);
  const rowKeys = facts.keys('DataExtension')?.keys ?? [];
  const isRetrieve = method === 'Retrieve';
  const rows = rowKeys.map(({ key, name }) => ({
    label: `DataExtensionObject[${key}]`,
    kind: 'object' as const,
    newText: `DataExtensionObject[${key}]`,
    detail: name,
    rank: 2,
  }));
  const objects = catalogue.objectNames.flatMap((name): Offer[] => {
    const fact = catalogue.object(name);
    const support = method === undefined ? true : fact?.methods[method].supported;
    if (fact === undefined || support === false) return [];
    const newText = isRetrieve && name === 'DataExtensionObject' ? 'DataExtensionObject[$1]' : name;
    const isSnippet = newText !== name;
    return [
      {
        ...{ label: isSnippet ? 'DataExtensionObject[…]' : name, kind: 'object', newText, isSnippet },
        ...{ about: fact.about, rank: support === true ? 0 : 1, goesOn: isSnippet },
      },
    ];
  });
  return isRetrieve ? [...objects, ...rows] : objects;
}

/** Properties that a retrieve can ask for, those that it already asks for left out. */
function propertyOffers(element: TypedElement, { catalogue, facts }: Sources): Offer[] {
  const name = localName(element.node.name);
  const isProperty =
    name === 'Properties' || (name === 'Property' && element.parent?.type === 'SimpleFilterPart');
  const target = isProperty && element.type === 'xs:string' ? targetAround(element) : undefined;
  if (target === undefined) return [];
  const taken = new Set(name === 'Properties' ? siblingsOf(element) : []);
  if (target.objectType === 'DataExtensionObject') {
    const columns = target.key === undefined ? undefined : facts.columns(target.key);
    return columnOffers(columns ?? []).filter(({ label }) => !taken.has(label));
  }
  const known = retrievablePaths(target.objectType, catalogue).map((fact) => ({
    path: fact.path,
    type: fact.dataType,
  }));
  const paths =
    known.length > 0
      ? known
      : catalogue
          .elementsOf(target.objectType)
          .map((declaration) => ({ path: declaration.name, type: declaration.type }));
  return paths
    .filter(({ path }) => !taken.has(path))
    .map(({ path, type }) => ({ label: path, kind: 'property', newText: path, detail: type }));
}

/** The texts of the other elements of the same name. */
function siblingsOf({ node, parent }: TypedElement): string[] {
  return (parent?.node.children ?? [])
    .filter((other): other is XmlElementNode => other.kind === 'element' && other.name === node.name)
    .filter((other) => other.range.start !== node.range.start)
    .map((other) => textOf(other).trim());
}

/** Actions are free text in the schema; these are the ones that are known to do something. */
function actionOffers(
  element: TypedElement,
  place: Extract<Place, { kind: 'text' }>,
  { catalogue }: Sources,
): Offer[] {
  if (localName(element.node.name) !== 'Action' || element.type !== 'xs:string') return [];
  const offer = (label: string): Offer => ({ label, kind: 'value', newText: label, detail: 'action' });
  if (element.parent?.type === 'SubscriberList') return ['create', 'update', 'delete', 'upsert'].map(offer);
  const message = typedMessage(place.request, catalogue);
  const method = message === undefined ? undefined : methodOf(message, catalogue);
  if (message === undefined || method === 'Update') return [];
  if (method === 'Configure') return ['create', 'update', 'delete'].map(offer);
  if (method === 'Schedule') return [offer('start')];
  const held = typedChildren(message, catalogue).flatMap((child) => typedChildren(child, catalogue));
  const actions = held.flatMap(({ type }) => catalogue.object(type ?? '')?.performActions ?? []);
  return [...new Set(actions.length > 0 ? actions : ['start'])].map(offer);
}
