/** Elements that do not stand in the order of the schema. */
import { localName } from '../../xml/node.ts';
import type { Edit, Fix } from '../finding.ts';
import type { TypedElement } from '../../schema/typedTree.ts';
import type { ElementCheck, ElementCheckInput } from './check.ts';

/** One edit puts all of them in order, so the first few are enough to see. */
const most = 10;

/** A hint: the service takes any order of most elements; strict tool-kits, and some objects of the service, do not. */
export const order: ElementCheck = (input) => {
  const { element, children } = input;
  const places = placesOf(input);
  if (places.every((place, index) => index === 0 || (places[index - 1] ?? 0) <= place)) return [];
  const inOrder = longestRise(places);
  const fix = reorder(children, places, input.text, localName(element.node.name));
  return children
    .flatMap((child, index) => (inOrder.has(index) ? [] : [{ child, place: places[index] ?? 0 }]))
    .slice(0, most)
    .map(({ child: { node }, place }) => ({
      code: 'element-order',
      message: `<${localName(node.name)}> is out of the schema’s order${neighbour(place, children, places)}.`,
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

/** Beside which other child it should stand. */
function neighbour(own: number, children: readonly TypedElement[], places: readonly number[]): string {
  let [before, after] = [-1, -1];
  places.forEach((place, index) => {
    if (place < own && (before === -1 || place > (places[before] ?? 0))) before = index;
    if (place > own && (after === -1 || place < (places[after] ?? 0))) after = index;
  });
  const nameAt = (index: number): string => localName(children[index]?.node.name ?? '');
  if (before !== -1) return `: it belongs behind <${nameAt(before)}>`;
  return after === -1 ? '' : `: it belongs before <${nameAt(after)}>`;
}

/** The indices of a longest run that does not fall; what is left is what should be moved. */
function longestRise(places: readonly number[]): Set<number> {
  const previous: number[] = [];
  /** The last index of the best run of each length so far. */
  const ends: number[] = [];
  places.forEach((place, index) => {
    let [length, longest] = [0, ends.length];
    while (length < longest) {
      const middle = (length + longest) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) <= place) length = middle + 1;
      else longest = middle;
    }
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
