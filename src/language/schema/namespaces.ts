/** Which namespace a prefix stands for at an element. */
import type { XmlElementNode } from '../xml/node.ts';
import { ownText } from '../xml/ownText.ts';

export const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** Prefix → namespace; the default namespace has the prefix ''. */
export type Scope = ReadonlyMap<string, string>;

/** Scopes by what they say, so that the same is the same object, in every version of a text. */
const scopes = new Map<string, Scope>();

/** While a namespace is being typed, each letter makes another. */
const mostScopes = 1000;

function theScope(declarations: Iterable<readonly [string, string]>): Scope {
  const scope = new Map(declarations);
  const id = JSON.stringify([...scope]);
  const known = scopes.get(id);
  if (known !== undefined) return known;
  if (scopes.size >= mostScopes) scopes.clear();
  scopes.set(id, scope);
  return scope;
}

/** By the namespace of the API. */
const initialScopes = new Map<string, Scope>();

/** What need not be declared in a scratch file. */
function initialScope(targetNamespace: string): Scope {
  const known = initialScopes.get(targetNamespace);
  if (known !== undefined) return known;
  const scope = theScope([
    ['', targetNamespace],
    ['xml', 'http://www.w3.org/XML/1998/namespace'],
    ['xsi', xsiNamespace],
    ['xsd', 'http://www.w3.org/2001/XMLSchema'],
    ['soap', 'http://schemas.xmlsoap.org/soap/envelope/'],
  ]);
  initialScopes.set(targetNamespace, scope);
  return scope;
}

/** Of the elements that declare something: what around them made which scope. */
const scopesInside = new WeakMap<object, { readonly outside: Scope; readonly scope: Scope }>();

/** The scope inside an element; the same object when the element declares nothing new. */
export function scopeWithin(element: XmlElementNode, outside: Scope): Scope {
  if (element.attributes.length === 0) return outside;
  const declared = element.attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outside;
  const known = scopesInside.get(element.identity);
  if (known?.outside === outside) return known.scope;
  const scope = theScope([
    ...outside,
    ...declared.map(({ name, value }) => [ownText(name.slice('xmlns:'.length)), ownText(value)] as const),
  ]);
  scopesInside.set(element.identity, { outside, scope });
  return scope;
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
