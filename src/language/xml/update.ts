/** Brings a tree up to date after an edit: what the edit cannot have changed is used again. */
import { build } from './build.ts';
import { withChildren, type GreenElement, type GreenNode } from './green.ts';
import { ownText } from './ownText.ts';
import { wholeElements, type TextEdit } from './reuse.ts';

/**
 * The nodes after an edit: the same as if the text had been read anew.
 * @param nodes those before it.
 * @param text the new text; it and the edit count from the beginning of the first node.
 */
export function update(nodes: readonly GreenNode[], text: string, edit: TextEdit): readonly GreenNode[] {
  let offset = 0;
  for (const [index, node] of nodes.entries()) {
    const changed = node.kind === 'element' ? updateElement(node, offset, text, edit) : undefined;
    if (changed !== undefined) return nodes.with(index, changed);
    offset += node.width;
  }
  return build(ownText(text), wholeElements(nodes, 0, edit)).nodes;
}

/** The element after the edit; undefined when the edit is not, or cannot be shown to be, a matter of this element alone. */
function updateElement(
  element: GreenElement,
  start: number,
  text: string,
  edit: TextEdit,
): GreenElement | undefined {
  const contentStart = start + element.startWidth;
  const contentEnd = start + element.width - element.endWidth;
  const isInside = edit.start >= contentStart && edit.oldEnd <= contentEnd;
  if (!isInside || !element.finished || element.endWidth === 0) return undefined;
  const index = childAround(element, start, edit);
  const child = element.children[index];
  if (child?.kind === 'element') {
    const changed = updateElement(child, start + (element.offsets[index] ?? 0), text, edit);
    if (changed !== undefined) return withChildren(element, element.children.with(index, changed));
  }
  const content = ownText(text.slice(contentStart, contentEnd + edit.newEnd - edit.oldEnd));
  const known = wholeElements(element.children, contentStart, edit).map((whole) => ({
    ...whole,
    at: whole.at - contentStart,
  }));
  const built = build(content, known, element.name);
  // An end tag in the content may now be that of an element outside, and the element's own that of one inside.
  const isWhole = built.finished && built.unopened.length === 0 && !built.unclosed.includes(element.name);
  return isWhole ? withChildren(element, built.nodes) : undefined;
}

/** The child that the whole edit is inside of; -1 when there is none. */
function childAround({ offsets }: GreenElement, start: number, edit: TextEdit): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start + (offsets[middle] ?? 0) <= edit.start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
