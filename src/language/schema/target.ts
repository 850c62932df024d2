/** Which API objects a message is about, and where it says so. */
import type { Catalogue, ObjectMethod } from '../../catalogue/index.ts';
import { localName, type TextRange, type XmlElementNode } from '../xml/node.ts';
import { textOf } from './textOf.ts';
import { typedChildren, typedElements, type TypedElement } from './typedTree.ts';
import { xsiTypeOf } from './xsiType.ts';

export interface Target {
  /** As written: `Send`, or `DataExtensionObject[KEY]`. */
  readonly written: string;
  /** The API object, without a key in brackets. */
  readonly objectType: string;
  /** What stands in brackets. */
  readonly key?: string;
  readonly range: TextRange;
  /** The element that says it, or the object itself. */
  readonly element: TypedElement;
}

/** Elements whose text names an API object, in the messages that read. */
const objectTypeElement = 'ObjectType';
const namingMessages: ReadonlySet<string> = new Set([
  'RetrieveRequestMsg',
  'QueryRequestMsg',
  'DefinitionRequestMsg',
]);

/** Elements that are API objects, in the messages that write or act, and the lists of them. */
const objectElements: ReadonlySet<string> = new Set([
  'Objects',
  'Definition',
  'Configuration',
  'Interaction',
]);
const objectLists: ReadonlySet<string> = new Set(['Definitions', 'Configurations', 'Interactions']);

/** The methods that the service works on later when asked to. */
export const queuedMethods: ReadonlySet<string> = new Set([
  ...['Create', 'Update', 'Delete', 'Perform', 'Configure', 'Schedule'],
]);

/** The method of a message, as the table of objects and methods has it; undefined for those that take no objects. */
export function methodOf(message: TypedElement, catalogue: Catalogue): ObjectMethod | undefined {
  const operation = catalogue.operationOfRequest(localName(message.node.name))?.name;
  switch (operation) {
    case 'Create':
    case 'Update':
    case 'Delete':
    case 'Retrieve':
    case 'Describe':
    case 'Perform':
    case 'Schedule':
    case 'Configure':
      return operation;
    default:
      return undefined;
  }
}

/** The objects that a retrieve, query or describe names. */
export function* namedTargets(message: TypedElement, catalogue: Catalogue): Generator<Target> {
  // What writes has its objects in itself: looking through ten thousand of them would find nothing.
  if (!namingMessages.has(localName(message.node.name))) return;
  for (const element of typedElements(message, catalogue)) {
    if (localName(element.node.name) !== objectTypeElement) continue;
    const target = targetOf(element);
    if (target !== undefined) yield target;
  }
}

/** What an `<ObjectType>` names; undefined when it is empty. */
export function targetOf(element: TypedElement): Target | undefined {
  const text = textOf(element.node);
  const written = text.trim();
  if (written === '') return undefined;
  const start = element.node.contentRange.start + text.indexOf(written);
  const [, objectType = written, key] = /^([^[\]]*)\[(.*)\]$/s.exec(written) ?? [];
  return {
    written,
    objectType,
    ...(key === undefined ? {} : { key }),
    range: { start, end: start + written.length },
    element,
  };
}

/** The objects that a message holds, in the order of the text. */
export function* objectsIn(message: TypedElement, catalogue: Catalogue): Generator<TypedElement> {
  for (const child of typedChildren(message, catalogue)) {
    const name = localName(child.node.name);
    if (objectElements.has(name)) yield child;
    else if (objectLists.has(name)) yield* objectsIn(child, catalogue);
  }
}

/** The objects that a create, update, delete, perform, configure or schedule holds, by their `xsi:type`. */
export function* heldTargets(message: TypedElement, catalogue: Catalogue): Generator<Target> {
  for (const element of objectsIn(message, catalogue)) {
    const said = xsiTypeOf(element.node);
    if (said === undefined || said.name === '') continue;
    yield { written: said.name, objectType: said.name, range: said.attribute.valueRange, element };
  }
}

/** The retrieve, query or filter that a property is named in. */
export function targetAround(element: TypedElement): Target | undefined {
  for (let around = element.parent; around !== undefined; around = around.parent) {
    const named = around.node.children.find(
      (node): node is XmlElementNode => node.kind === 'element' && localName(node.name) === 'ObjectType',
    );
    if (named !== undefined) return targetOf({ node: named, parent: around, type: 'xs:string' });
  }
  return undefined;
}
