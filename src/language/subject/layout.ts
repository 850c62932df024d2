/** Tells the objects that a request acts on from what stands around them. */
import type { Catalogue } from '../../catalogue/index.ts';
import { typedChildren, typedMessage, type TypedElement as SchemaElement } from '../schema/typedTree.ts';
import type { ScratchRequest } from '../scratch/model.ts';
import { localName, type XmlElementNode } from '../xml/node.ts';

/** An element and the type that the schema, or its own `xsi:type`, gives it. */
export interface TypedElement {
  readonly element: XmlElementNode;
  /** Without its prefix. */
  readonly name: string;
  /** `xs:…`, the name of a type of the schema, or undefined for what the schema does not know. */
  readonly type: string | undefined;
  readonly parent: TypedElement | undefined;
  /** The same as the schema has it. */
  readonly schema: SchemaElement;
}

export interface RequestLayout {
  readonly message: TypedElement | undefined;
  /** In the order of the text. What is in them is not theirs to be acted on. */
  readonly objects: readonly TypedElement[];
  /** The message, and every element that is in no object, in the order of the text. */
  readonly frame: readonly TypedElement[];
}

/** Objects stand directly in the message, or in one wrapper such as `Definitions`. */
const deepestObject = 2;

export function layOut(request: ScratchRequest, catalogue: Catalogue): RequestLayout {
  const schema = typedMessage(request, catalogue);
  const message = schema === undefined ? undefined : typed(schema, undefined);
  const objects: TypedElement[] = [];
  const frame: TypedElement[] = [];
  const add = (element: TypedElement, depth: number): void => {
    if (depth > 0 && depth <= deepestObject && element.schema.declaration?.type === 'APIObject') {
      objects.push(element);
      return;
    }
    frame.push(element);
    for (const inner of typedChildren(element.schema, catalogue)) add(typed(inner, element), depth + 1);
  };
  if (message !== undefined) add(message, 0);
  return { message, objects, frame };
}

/** An element and every element in it, in the order of the text. */
export function elementsBelow(top: TypedElement, catalogue: Catalogue): readonly TypedElement[] {
  const elements: TypedElement[] = [];
  // By recursion, which is bounded by the depth of the tree: a request may have a hundred thousand elements.
  const add = (element: TypedElement): void => {
    elements.push(element);
    for (const inner of typedChildren(element.schema, catalogue)) add(typed(inner, element));
  };
  add(top);
  return elements;
}

function typed(schema: SchemaElement, parent: TypedElement | undefined): TypedElement {
  const { node, type } = schema;
  return { element: node, name: localName(node.name), type, parent, schema };
}
