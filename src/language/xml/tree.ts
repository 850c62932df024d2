/** Shows green nodes with their places in a text. What nobody looks at is not made. */
import { isTroubled, type GreenElement, type GreenNode, type GreenProblem, type GreenText } from './green.ts';
import type { TextRange, XmlAttribute, XmlElementNode, XmlNode, XmlProblem, XmlTextNode } from './node.ts';

/** A green node at a place in a text. */
export function nodeAt(green: GreenNode, start: number, text: string, parent?: XmlElementNode): XmlNode {
  return green.kind === 'element'
    ? new PlacedElement(green, start, text, parent)
    : new PlacedText(green, start, text);
}

class PlacedText implements XmlTextNode {
  readonly kind: XmlTextNode['kind'];
  private readonly start: number;
  private readonly width: number;
  private readonly source: string;

  constructor(green: GreenText, start: number, source: string) {
    this.kind = green.kind;
    this.start = start;
    this.width = green.width;
    this.source = source;
  }

  get range(): TextRange {
    return rangeOf(this.start, this.width);
  }

  get text(): string {
    return this.source.slice(this.start, this.start + this.width);
  }
}

const noAttributes: readonly XmlAttribute[] = [];

class PlacedElement implements XmlElementNode {
  readonly kind = 'element';
  readonly parent?: XmlElementNode;
  private readonly green: GreenElement;
  private readonly start: number;
  private readonly source: string;
  private placedChildren: readonly XmlNode[] | undefined;
  private placedAttributes: readonly XmlAttribute[] | undefined;

  constructor(green: GreenElement, start: number, source: string, parent: XmlElementNode | undefined) {
    this.green = green;
    this.start = start;
    this.source = source;
    if (parent !== undefined) this.parent = parent;
  }

  get identity(): object {
    return this.green;
  }

  get name(): string {
    return this.green.name;
  }

  get children(): readonly XmlNode[] {
    const { start, source } = this;
    const { children, offsets } = this.green;
    this.placedChildren ??= children.map((child, index) =>
      nodeAt(child, start + (offsets[index] ?? 0), source, this),
    );
    return this.placedChildren;
  }

  get attributes(): readonly XmlAttribute[] {
    const { start } = this;
    if (this.green.attributes.length === 0) return noAttributes;
    this.placedAttributes ??= this.green.attributes.map(({ name, value, nameStart, valueStart }) => ({
      name,
      value,
      nameRange: rangeOf(start + nameStart, name.length),
      valueRange: rangeOf(start + valueStart, value.length),
    }));
    return this.placedAttributes;
  }

  get range(): TextRange {
    return rangeOf(this.start, this.green.width);
  }

  get nameRange(): TextRange {
    return rangeOf(this.start + 1, this.green.name.length);
  }

  get contentRange(): TextRange {
    const { startWidth, endWidth, width } = this.green;
    return { start: this.start + startWidth, end: this.start + width - endWidth };
  }

  get closeNameRange(): TextRange | undefined {
    const { endWidth, width, name } = this.green;
    return endWidth === 0 ? undefined : rangeOf(this.start + width - endWidth + 2, name.length);
  }
}

function rangeOf(start: number, length: number): TextRange {
  return { start, end: start + length };
}

/** More than these nobody reads; an editor shows no more either. */
const mostProblems = 1000;

/** What is wrong in green nodes that stand one behind the other, in the order of the text. */
export function problemsOf(nodes: readonly GreenNode[], start: number): XmlProblem[] {
  const problems: XmlProblem[] = [];
  let offset = start;
  for (const node of nodes) {
    if (problems.length < mostProblems && isTroubled(node)) collect(node, offset, problems);
    offset += node.width;
  }
  return problems;
}

function collect(node: GreenNode, start: number, problems: XmlProblem[]): void {
  addPlaced(node.problems, start, problems);
  if (node.kind !== 'element') return;
  for (const [index, child] of node.children.entries()) {
    if (problems.length >= mostProblems) return;
    if (isTroubled(child)) collect(child, start + (node.offsets[index] ?? 0), problems);
  }
  addPlaced(node.endProblems, start + node.width - node.endWidth, problems);
}

function addPlaced(found: readonly GreenProblem[], offset: number, problems: XmlProblem[]): void {
  for (const { message, start, end } of found) {
    if (problems.length >= mostProblems) return;
    problems.push({ message, range: { start: offset + start, end: offset + end } });
  }
}
