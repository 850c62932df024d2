/**
 * XML without places: nodes that know their width alone, so that after an edit all but the path to it is used again.
 * `tree.ts` shows them with their places.
 */
import type { XmlTextNode } from './node.ts';

/** What is wrong, from the beginning of its node (or of its end tag). */
export interface GreenProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Offsets count from the beginning of the element. */
export interface GreenAttribute {
  readonly name: string;
  readonly value: string;
  readonly nameStart: number;
  readonly valueStart: number;
}

export interface GreenText {
  readonly kind: XmlTextNode['kind'];
  readonly width: number;
  readonly problems: readonly GreenProblem[];
  /** False for a section without an end, which the text behind it may end. */
  readonly finished: boolean;
}

export interface GreenElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly GreenAttribute[];
  readonly startWidth: number;
  /** Of the end tag; 0 when there is none. */
  readonly endWidth: number;
  /** False for a start tag without its `>`. */
  readonly finished: boolean;
  readonly children: readonly GreenNode[];
  /** Where each child begins, from the beginning of the element. */
  readonly offsets: readonly number[];
  readonly width: number;
  readonly problems: readonly GreenProblem[];
  readonly endProblems: readonly GreenProblem[];
  /** How many elements are one in the other, itself included. */
  readonly depth: number;
  /** True when anything in it is wrong. */
  readonly troubled: boolean;
}

export type GreenNode = GreenElement | GreenText;

const none: readonly never[] = [];

/** For the many lists that hold nothing. */
export function listOf<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? none : items;
}

/** An element with other content: the rest follows from its parts. */
export function withChildren(
  element: Omit<GreenElement, 'offsets' | 'width' | 'depth' | 'troubled'>,
  children: readonly GreenNode[],
): GreenElement {
  const offsets: number[] = [];
  let offset = element.startWidth;
  let depth = 1;
  let troubled = element.problems.length > 0 || element.endProblems.length > 0;
  for (const child of children) {
    offsets.push(offset);
    offset += child.width;
    troubled ||= isTroubled(child);
    if (child.kind === 'element') depth = Math.max(depth, child.depth + 1);
  }
  // Field by field: spreading costs more than all the rest.
  return {
    kind: 'element',
    name: element.name,
    attributes: element.attributes,
    startWidth: element.startWidth,
    endWidth: element.endWidth,
    finished: element.finished,
    children: listOf(children),
    offsets: listOf(offsets),
    width: offset + element.endWidth,
    problems: element.problems,
    endProblems: element.endProblems,
    depth,
    troubled,
  };
}

export function isTroubled(node: GreenNode): boolean {
  return node.kind === 'element' ? node.troubled : node.problems.length > 0;
}
