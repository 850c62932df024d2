/** Finds the place in the schema of a place in the text. */
import type { Catalogue } from '../../catalogue/index.ts';
import { requestAt } from '../scratch/parse.ts';
import type { ScratchFile, ScratchRequest } from '../scratch/model.ts';
import type { XmlElementNode, XmlNode } from '../xml/node.ts';
import { typedChild, typedMessage, type TypedElement } from './typedTree.ts';

/** The innermost node that the offset stands in; at the edge of two, the one behind. */
export function nodeAt(nodes: readonly XmlNode[], offset: number): XmlNode | undefined {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const node = nodes[low - 1];
  if (node === undefined || offset > node.range.end) return undefined;
  if (node.kind !== 'element') return node;
  return nodeAt(node.children, offset) ?? node;
}

/** The innermost element that holds a node beginning at the offset: what would be the parent of an element there. */
export function elementAround(root: XmlElementNode, offset: number): XmlElementNode | undefined {
  const isInside = (element: XmlElementNode): boolean => {
    const { contentRange } = element;
    return element.range.start < offset && contentRange.start <= offset && offset <= contentRange.end;
  };
  const found = nodeAt([root], offset);
  let element = found?.kind === 'element' ? found : parentOfText(root, offset);
  while (element !== undefined && !isInside(element)) element = element.parent;
  return element;
}

/** The innermost element around a text. */
function parentOfText(root: XmlElementNode, offset: number): XmlElementNode | undefined {
  let element: XmlElementNode | undefined = root;
  for (;;) {
    const child: XmlNode | undefined = element.children.find(
      ({ kind, range }) => kind === 'element' && range.start <= offset && offset <= range.end,
    );
    if (child?.kind !== 'element') return element;
    element = child;
  }
}

/** An element with its type; undefined outside of a message of the API. */
export function typedOf(
  element: XmlElementNode,
  request: ScratchRequest,
  catalogue: Catalogue,
): TypedElement | undefined {
  const message = typedMessage(request, catalogue);
  if (message === undefined) return undefined;
  const path: XmlElementNode[] = [];
  for (let node: XmlElementNode | undefined = element; node !== message.node; node = node.parent) {
    if (node === undefined) return undefined;
    path.unshift(node);
  }
  return path.reduce((parent, node) => typedChild(parent, node, catalogue), message);
}

/** The innermost element around an offset, with its type and its request. */
export function typedAt(
  file: ScratchFile,
  offset: number,
  catalogue: Catalogue,
): { readonly request: ScratchRequest; readonly element: TypedElement } | undefined {
  const request = requestAt(file, offset);
  if (request?.root === undefined) return undefined;
  const node = nodeAt([request.root], offset);
  const element = node?.kind === 'element' ? node : parentOfText(request.root, offset);
  const typed = element === undefined ? undefined : typedOf(element, request, catalogue);
  return typed === undefined ? undefined : { request, element: typed };
}
