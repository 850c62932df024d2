/** Elements that do not stand in the order of the schema. */
import { localName } from '../../xml/node.ts';
import type { Edit, Fix } from '../finding.ts';
import type { TypedElement } from '../../schema/typedTree.ts';
import type { ElementCheck, ElementCheckInput } from './check.ts';

/** A hint: the service takes any order of most elements; strict tool-kits, and some objects of the service, do not. */
export const order: ElementCheck = (input) => {
  const { element, children } = input;
  const places = placesOf(input);
  if (places.every((place, index) => index === 0 || (places[index - 1] ?? 0) <= place)) return [];
  const inOrder = longestRise(places);
  const fix = reorder(children, places, input.text, localName(element.node.name));
  return children
    .filter((_, index) => !inOrder.has(index))
    .map(({ node, declaration }) => ({
      code: 'element-order',
      message: `<${localName(node.name)}> is out of the schema’s order${orderHint(declaration?.name, children, places)}.`,
      range: node.nameRange,
      severity: 'hint' as const,
      fixes: () => [fix],
    }));
};

/** Where the schema has each child; one that it does not have stays behind the one before it. */
function placesOf({ element, children, catalogue }: ElementCheckInput): number[] {
  const declarations = element.type === undefined ? [] : catalogue.elementsOf(element.type);
  let last = 0;
  return children.map(({ declaration }) => {
    if (declaration !== undefined) last = declarations.indexOf(declaration);
    return last;
  });
}

/** Which of the neighbours it should stand beside. */
function orderHint(
  name: string | undefined,
  children: readonly TypedElement[],
  places: readonly number[],
): string {
  const own = places[children.findIndex(({ declaration }) => declaration?.name === name)] ?? 0;
  const before = Math.max(...places.filter((place) => place < own));
  const after = Math.min(...places.filter((place) => place > own));
  const nameAt = (place: number): string => localName(children[places.indexOf(place)]?.node.name ?? '');
  if (before !== -Infinity) return `: it belongs behind <${nameAt(before)}>`;
  return after === Infinity ? '' : `: it belongs before <${nameAt(after)}>`;
}

/** The indices of a longest run that does not fall; what is left is what should be moved. */
function longestRise(places: readonly number[]): Set<number> {
  const previous: number[] = [];
  /** The last index of the best run of each length so far. */
  const ends: number[] = [];
  places.forEach((place, index) => {
    let length = ends.length;
    while (length > 0 && (places[ends[length - 1] ?? 0] ?? 0) > place) length -= 1;
    previous[index] = ends[length - 1] ?? -1;
    ends[length] = index;
  });
  const run = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) run.add(index);
  return run;
}

/** Every element into its place; blanks and comments between them stay where they are. */
function reorder(
  children: readonly TypedElement[],
  places: readonly number[],
  text: string,
  parent: string,
): Fix {
  const sorted = children
    .map((_, index) => index)
    .sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const edits: Edit[] = [];
  children.forEach(({ node }, index) => {
    const other = children[sorted[index] ?? index]?.node.range ?? node.range;
    if (other.start !== node.range.start) {
      edits.push({ range: node.range, newText: text.slice(other.start, other.end) });
    }
  });
  return { title: `Put the elements of <${parent}> in the schema’s order`, edits, safe: true };
}
