/** Parses XML in any state: whatever the text, there is a tree, and what is wrong with it is said where it is. */
import { build } from './build.ts';
import type { GreenNode } from './green.ts';
import type { TextRange, XmlNode, XmlProblem } from './node.ts';
import { nodeAt, problemsOf } from './tree.ts';
import { update, type TextEdit } from './update.ts';

export interface ParsedXml {
  /** What stands at the top: one element when all is well, blanks and comments aside. */
  readonly nodes: readonly XmlNode[];
  readonly problems: readonly XmlProblem[];
  /** What the next version of the text is read from. */
  readonly green: readonly GreenNode[];
}

/** Parses the part of `text` in `range`; offsets in the result count from the beginning of `text`. */
export function parseXml(text: string, range: TextRange = { start: 0, end: text.length }): ParsedXml {
  return placed(build(text.slice(range.start, range.end)).nodes, text, range.start);
}

/**
 * Parses a new version of a text, with what was read before; the result is the same as that of `parseXml`.
 * @param green of the version before.
 * @param edit counts from the beginning of the range; undefined when nothing in the range has changed.
 */
export function reparseXml(
  green: readonly GreenNode[],
  edit: TextEdit | undefined,
  text: string,
  range: TextRange,
): ParsedXml {
  const nodes = edit === undefined ? green : update(green, text.slice(range.start, range.end), edit);
  return placed(nodes, text, range.start);
}

function placed(green: readonly GreenNode[], text: string, start: number): ParsedXml {
  let offset = start;
  const nodes = green.map((node) => {
    const placedNode = nodeAt(node, offset, text);
    offset += node.width;
    return placedNode;
  });
  return { nodes, problems: problemsOf(green, start), green };
}
