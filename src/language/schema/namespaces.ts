/** Which namespace a prefix stands for at an element. */
import type { XmlElementNode } from '../xml/node.ts';

export const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** Prefix → namespace; the default namespace has the prefix ''. */
export type Scope = ReadonlyMap<string, string>;

const initialScopes = new Map<string, Scope>();

/** What need not be declared in a scratch file; the same object each time. */
export function initialScope(targetNamespace: string): Scope {
  const known = initialScopes.get(targetNamespace);
  if (known !== undefined) return known;
  const scope = new Map([
    ['', targetNamespace],
    ['xml', 'http://www.w3.org/XML/1998/namespace'],
    ['xsi', xsiNamespace],
    ['xsd', 'http://www.w3.org/2001/XMLSchema'],
    ['soap', 'http://schemas.xmlsoap.org/soap/envelope/'],
  ]);
  initialScopes.set(targetNamespace, scope);
  return scope;
}

/** The scope inside an element; the same object when the element declares nothing. */
export function scopeWithin(element: XmlElementNode, outside: Scope): Scope {
  if (element.attributes.length === 0) return outside;
  const declared = element.attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outside;
  return new Map([
    ...outside,
    ...declared.map(({ name, value }) => [name.slice('xmlns:'.length), value] as const),
  ]);
}

/** The scope at an element, by the elements around it. */
export function scopeAround(element: XmlElementNode, targetNamespace: string): Scope {
  const around: XmlElementNode[] = [];
  for (let node = element.parent; node !== undefined; node = node.parent) around.unshift(node);
  return around.reduce((scope, node) => scopeWithin(node, scope), initialScope(targetNamespace));
}

/** Prefix of a name; empty when it has none. */
export function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? '' : name.slice(0, colon);
}
