/** What can be told of a message before it is decoded: requests that are not worked on are counted as well. */
import { attributeOf, xsiNamespace, type XmlElement } from '../xml/element.ts';

/** How deep in a message the objects of a call are at most: `PerformRequestMsg/Definitions/Definition`. */
const deepest = 2;

/** How many objects of a message carry each CorrelationID. */
export function correlationsOf(message: XmlElement | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (element: XmlElement, depth: number): void => {
    for (const child of element.children) {
      const id = child.name === 'CorrelationID' ? child.text.trim() : '';
      if (id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
      if (depth < deepest) count(child, depth + 1);
    }
  };
  if (message !== undefined) count(message, 0);
  return counts;
}

/** The type of object that a message is about: of its first object, or the one it wants to retrieve. */
export function objectTypeOf(message: XmlElement | undefined): string | undefined {
  const search = (element: XmlElement, depth: number): string | undefined => {
    for (const child of element.children) {
      const type = attributeOf(child, xsiNamespace, 'type')?.trim();
      if (type !== undefined) return type.replace(/^.*:/, '');
      if (child.name === 'ObjectType') return child.text.trim().replace(/\[.*$/s, '');
      const inside = depth < deepest ? search(child, depth + 1) : undefined;
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  return message === undefined ? undefined : search(message, 0);
}
