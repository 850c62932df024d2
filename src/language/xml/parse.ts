/** Parses XML in any state: whatever the text, there is a tree, and what is wrong with it is said where it is. */
import { build } from './build.ts';
import type { GreenNode } from './green.ts';
import type { XmlNode, XmlProblem } from './node.ts';
import { nodeAt, problemsOf } from './tree.ts';

export interface ParsedXml {
  /** What stands at the top: one element when all is well, blanks and comments aside. */
  readonly nodes: readonly XmlNode[];
  readonly problems: readonly XmlProblem[];
}

export function parseXml(text: string): ParsedXml {
  return placeXml(build(text).nodes, text, 0);
}

/** Green nodes that stand one behind the other, from `start` in a text. */
export function placeXml(green: readonly GreenNode[], text: string, start: number): ParsedXml {
  let offset = start;
  const nodes = green.map((node) => {
    const placedNode = nodeAt(node, offset, text);
    offset += node.width;
    return placedNode;
  });
  return { nodes, problems: problemsOf(green, start) };
}
