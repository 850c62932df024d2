/**
 * Paths of names and numbers alone, such as `//Results[1]/ID` or `count(//Results)`, without the XPath engine: it sorts
 * the nodes of every step into the order of the document, which takes minutes for the many nodes of a large answer.
 */
import { BlindElement, type BlindDocument } from './blindTree.ts';

interface Step {
  readonly name: string;
  /** From 1, among the children of this name; all of them when left out. */
  readonly place?: number;
}

export interface PlainPath {
  /** True for `count(…)`. */
  readonly isCount: boolean;
  /** True when the first step is looked for at any depth. */
  readonly isDeep: boolean;
  readonly steps: readonly Step[];
}

const step = String.raw`[A-Za-z_][\w-]*(?:\[\d{1,9}\])?`;
const plain = new RegExp(String.raw`^(\/\/?)(${step}(?:\/${step})*)$`);

/** The path that an expression is; undefined for any other expression. */
export function plainPathOf(expression: string): PlainPath | undefined {
  const text = expression.trim();
  const [, counted] = /^count\(([^()]*)\)$/.exec(text) ?? [];
  const [, slashes, steps] = plain.exec((counted ?? text).trim()) ?? [];
  if (slashes === undefined || steps === undefined) return undefined;
  return {
    isCount: counted !== undefined,
    isDeep: slashes === '//',
    steps: steps.split('/').map((part) => {
      const [name = '', place] = part.split(/[[\]]/);
      return place === undefined ? { name } : { name, place: Number(place) };
    }),
  };
}

/** What a path finds, in the order of the document; undefined when only the engine can tell that order. */
export function followPath(
  document: BlindDocument,
  { isDeep, steps: [first, ...rest] }: PlainPath,
): readonly BlindElement[] | undefined {
  if (first === undefined) return [];
  const starts: BlindElement[] = [];
  // Of elements inside one another, those of the next step would come in another order.
  const isOrdered = isDeep
    ? collect(document, first, starts)
    : starts.push(...childrenFor(document, first)) >= 0;
  if (rest.length > 0 && !isOrdered) return undefined;
  return rest.reduce<readonly BlindElement[]>(
    (found, next) => found.flatMap((element) => childrenFor(element, next)),
    starts,
  );
}

type Parent = BlindDocument | BlindElement;

/** Adds what is found below a parent; false when one lies inside another. */
function collect(parent: Parent, wanted: Step, found: BlindElement[]): boolean {
  const matching = new Set<unknown>(childrenFor(parent, wanted));
  let isOrdered = true;
  for (const child of parent.childNodes) {
    if (!(child instanceof BlindElement)) continue;
    const before = found.length;
    if (matching.has(child)) found.push(child);
    const isFlat = collect(child, wanted, found);
    const hasInner = matching.has(child) && found.length > before + 1;
    isOrdered = isOrdered && isFlat && !hasInner;
  }
  return isOrdered;
}

function childrenFor(parent: Parent, { name, place }: Step): BlindElement[] {
  const named = parent.childNodes.filter(
    (child): child is BlindElement => child instanceof BlindElement && child.localName === name,
  );
  return place === undefined ? named : named.slice(place - 1, place > 0 ? place : 0);
}
