/** Which methods of the API use something, for a person. */
import type { Catalogue } from '../../catalogue/index.ts';
import { derivedTypes, needsXsiType } from '../schema/typedTree.ts';

/** The methods that take an API object, in the order of the catalogue; none where nobody knows. */
export function methodsTaking(objectType: string, catalogue: Catalogue): string[] {
  return Object.entries(catalogue.object(objectType)?.methods ?? {})
    .filter(([, { supported }]) => supported === true)
    .map(([method]) => method);
}

/** The methods whose message can hold this type without an API object around it. */
export function methodsHolding(type: string, catalogue: Catalogue): string[] {
  const known = holdersOf.get(catalogue) ?? holders(catalogue);
  holdersOf.set(catalogue, known);
  return known.get(type) ?? [];
}

const holdersOf = new WeakMap<Catalogue, ReadonlyMap<string, string[]>>();

function holders(catalogue: Catalogue): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name, request } of catalogue.operations) {
    for (const type of heldTypes(catalogue.typeOfElement(request), catalogue)) {
      found.set(type, [...(found.get(type) ?? []), name]);
    }
  }
  return found;
}

/** The complex types that a message is made of, itself included; what API objects hold is a matter of theirs. */
function heldTypes(message: string | undefined, catalogue: Catalogue): ReadonlySet<string> {
  const held = new Set<string>();
  const waiting = message === undefined ? [] : [message];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (held.has(type) || catalogue.isApiObject(type) || catalogue.complexType(type) === undefined) continue;
    held.add(type);
    for (const element of catalogue.elementsOf(type)) waiting.push(element.type);
    // Which options a method takes, it declares by their own type.
    if (type !== 'Options' && needsXsiType(type, catalogue)) waiting.push(...derivedTypes(type, catalogue));
  }
  return held;
}
