/** Parses XML in any state: whatever the text, there is a tree, and what is wrong with it is said where it is. */
import { readTag, type Tag } from './readTag.ts';
import type { TextRange, XmlElementNode, XmlNode, XmlProblem } from './node.ts';

export interface ParsedXml {
  /** What stands at the top: one element when all is well, blanks and comments aside. */
  readonly nodes: readonly XmlNode[];
  readonly problems: readonly XmlProblem[];
}

type Draft = { -readonly [Key in keyof XmlElementNode]: XmlElementNode[Key] } & { children: XmlNode[] };

/** Sections that begin and end with fixed texts. */
const sections = [
  { kind: 'comment', open: '<!--', close: '-->', title: 'comment' },
  { kind: 'cdata', open: '<![CDATA[', close: ']]>', title: 'CDATA section' },
  { kind: 'instruction', open: '<?', close: '?>', title: 'processing instruction' },
] as const;

/** Parses the part of `text` in `range`; offsets in the result count from the beginning of `text`. */
export function parseXml(text: string, range: TextRange = { start: 0, end: text.length }): ParsedXml {
  return new Parser(text, range).parse();
}

class Parser {
  private readonly text: string;
  private readonly end: number;
  private position: number;
  private readonly top: XmlNode[] = [];
  private readonly open: Draft[] = [];
  private readonly problems: XmlProblem[] = [];

  constructor(text: string, range: TextRange) {
    this.text = text.slice(0, range.end);
    this.position = range.start;
    this.end = range.end;
  }

  parse(): ParsedXml {
    while (this.position < this.end) {
      if (this.text[this.position] === '<') this.markup();
      else this.characters();
    }
    for (const element of this.open) {
      this.problem(`<${element.name}> is not closed.`, element.nameRange);
      element.range = { start: element.range.start, end: this.end };
      element.contentRange = { start: element.contentRange.start, end: this.end };
    }
    return { nodes: this.top, problems: this.problems };
  }

  private characters(): void {
    const start = this.position;
    const next = this.text.indexOf('<', start);
    this.position = next === -1 ? this.end : next;
    const text = this.text.slice(start, this.position);
    this.add({ kind: 'text', text, range: { start, end: this.position } });
    for (const match of text.matchAll(/&(?!(?:#x[\da-fA-F]+|#\d+|amp|lt|gt|quot|apos);)/g)) {
      const at = start + match.index;
      this.problem('An & in text is written &amp;', { start: at, end: at + 1 });
    }
  }

  private markup(): void {
    const start = this.position;
    const section = sections.find(({ open }) => this.text.startsWith(open, start));
    if (section !== undefined) {
      const found = this.text.indexOf(section.close, start + section.open.length);
      if (found === -1)
        this.problem(`The ${section.title} does not end.`, { start, end: start + section.open.length });
      this.position = found === -1 ? this.end : found + section.close.length;
      const range = { start, end: this.position };
      this.add({ kind: section.kind, text: this.text.slice(start, this.position), range });
    } else if (this.text.startsWith('<!DOCTYPE', start)) {
      this.problem('SOAP forbids a document type declaration.', { start, end: start + 9 });
      this.position = this.text.indexOf('>', start) + 1 || this.end;
    } else {
      this.tag(readTag(this.text, start));
    }
  }

  private tag(tag: Tag): void {
    this.position = tag.range.end;
    this.problems.push(...tag.problems);
    if (tag.kind === 'stray') {
      this.add({ kind: 'text', text: this.text.slice(tag.range.start, tag.range.end), range: tag.range });
    } else if (tag.kind === 'end') {
      this.close(tag);
    } else {
      this.start(tag);
    }
  }

  private start(tag: Tag): void {
    const element: Draft = {
      kind: 'element',
      name: tag.name,
      attributes: tag.attributes,
      children: [],
      range: tag.range,
      nameRange: tag.nameRange,
      contentRange: { start: tag.range.end, end: tag.range.end },
    };
    this.add(element);
    if (tag.kind === 'start') this.open.push(element);
  }

  private close(tag: Tag): void {
    const depth = this.open.findLastIndex(({ name }) => name === tag.name);
    if (depth === -1) {
      const expected = this.open.at(-1)?.name;
      const hint = expected === undefined ? '' : ` Expected </${expected}>.`;
      this.problem(`</${tag.name}> closes nothing that is open.${hint}`, tag.range);
      return;
    }
    for (const inner of this.open.splice(depth + 1)) {
      this.problem(`<${inner.name}> is not closed before </${tag.name}>.`, inner.nameRange);
      inner.contentRange = { start: inner.contentRange.start, end: tag.range.start };
      inner.range = { start: inner.range.start, end: tag.range.start };
    }
    const element = this.open.pop();
    if (element === undefined) return;
    element.contentRange = { start: element.contentRange.start, end: tag.range.start };
    element.range = { start: element.range.start, end: tag.range.end };
    element.closeNameRange = tag.nameRange;
  }

  private add(node: XmlNode): void {
    (this.open.at(-1)?.children ?? this.top).push(node);
  }

  private problem(message: string, range: TextRange): void {
    this.problems.push({ message, range });
  }
}
