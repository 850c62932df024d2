/** Builds the tree of XML in any state: whatever the text, there is a tree, and what is wrong with it is in it. */
import { atOnce, type Steps } from '../steps.ts';
import { listOf, withChildren, type GreenElement, type GreenNode, type GreenProblem } from './green.ts';
import { readTag, type Tag } from './readTag.ts';
import type { Whole } from './reuse.ts';

export interface Built {
  readonly nodes: readonly GreenNode[];
  /** Elements that were still open at the end, outermost first. */
  readonly unclosed: readonly string[];
  /** Names of end tags that closed nothing. */
  readonly unopened: readonly string[];
  /** False when the last thing may go on in the text behind. */
  readonly finished: boolean;
}

/** Sections that begin and end with fixed texts. */
const sections = [
  { kind: 'comment', open: '<!--', close: '-->', title: 'comment' },
  { kind: 'cdata', open: '<![CDATA[', close: ']]>', title: 'CDATA section' },
  { kind: 'instruction', open: '<?', close: '?>', title: 'processing instruction' },
] as const;

/** The schema’s deepest request has a tenth of this. */
const deepest = 200;

/** How many tags and texts are read in one step. */
const step = 2000;

const documentType = '<!DOCTYPE';

/**
 * @param text the whole of it is read.
 * @param known elements in it that were read before; they make it faster, and change nothing else.
 * @param closing name of the end tag behind the text; elements that are still open end there.
 */
export function build(text: string, known: readonly Whole[] = [], closing?: string): Built {
  return atOnce(buildInSteps(text, known, closing));
}

/** The same in steps. */
export function buildInSteps(text: string, known: readonly Whole[] = [], closing?: string): Steps<Built> {
  return new Builder(text, known, closing).build();
}

interface Draft {
  readonly start: number;
  readonly tag: Tag;
  readonly children: GreenNode[];
}

class Builder {
  private readonly text: string;
  private readonly known: readonly Whole[];
  private readonly closing: string | undefined;
  private position = 0;
  private readonly top: GreenNode[] = [];
  private readonly open: Draft[] = [];
  private readonly unopened: string[] = [];
  private finished = true;
  /** The first & from here on; looked for once, not from every text anew. */
  private nextAmpersand = -1;

  /** Index of the first known element that is not behind us. */
  private nextKnown = 0;

  constructor(text: string, known: readonly Whole[], closing: string | undefined) {
    this.text = text;
    this.known = known;
    this.closing = closing;
  }

  *build(): Steps<Built> {
    const { text } = this;
    for (let count = 1; this.position < text.length; count += 1) {
      if (count % step === 0) yield;
      if (this.isKnown()) continue;
      if (text.charCodeAt(this.position) === 60) this.markup();
      else this.characters();
    }
    const unclosed = this.open.map(({ tag }) => tag.name);
    while (this.open.length > 0) this.finish(this.closing);
    return { nodes: this.top, unclosed, unopened: this.unopened, finished: this.finished };
  }

  /** Steps over an element that was read before. */
  private isKnown(): boolean {
    const { known, position } = this;
    while ((known[this.nextKnown]?.at ?? Infinity) < position) this.nextKnown += 1;
    const next = known[this.nextKnown];
    if (next?.at !== position || this.open.length + next.element.depth > deepest) return false;
    this.add(next.element);
    this.position += next.element.width;
    return true;
  }

  private characters(): void {
    const start = this.position;
    const next = this.text.indexOf('<', start);
    this.position = next === -1 ? this.text.length : next;
    const problems = this.ampersands(start, this.position);
    this.add({ kind: 'text', width: this.position - start, problems, finished: true });
  }

  private ampersands(start: number, end: number): readonly GreenProblem[] {
    if (this.nextAmpersand < start) {
      const found = this.text.indexOf('&', start);
      this.nextAmpersand = found === -1 ? Infinity : found;
    }
    if (this.nextAmpersand >= end) return listOf([]);
    const bare = /&(?!(?:#x[\da-fA-F]+|#\d+|amp|lt|gt|quot|apos);)/g;
    return listOf(
      [...this.text.slice(start, end).matchAll(bare)].map(({ index }) => ({
        message: 'An & in text is written &amp;',
        start: index,
        end: index + 1,
      })),
    );
  }

  private markup(): void {
    const second = this.text[this.position + 1];
    const mayBeSection = second === '!' || second === '?';
    const section = mayBeSection
      ? sections.find(({ open }) => this.text.startsWith(open, this.position))
      : undefined;
    if (section !== undefined) this.section(section);
    else if (mayBeSection && this.text.startsWith(documentType, this.position)) this.documentType();
    else this.tag(readTag(this.text, this.position));
  }

  private section({ kind, open, close, title }: (typeof sections)[number]): void {
    const found = this.text.indexOf(close, this.position + open.length);
    const end = found === -1 ? this.text.length : found + close.length;
    const problem = { message: `The ${title} does not end.`, start: 0, end: open.length };
    this.special(kind, end, { problem: found === -1 ? problem : undefined, finished: found !== -1 });
  }

  private documentType(): void {
    const found = this.text.indexOf('>', this.position);
    const end = found === -1 ? this.text.length : found + 1;
    const message = 'SOAP forbids a document type declaration.';
    const problem = { message, start: 0, end: documentType.length };
    this.special('instruction', end, { problem, finished: found !== -1 });
  }

  private special(
    kind: 'comment' | 'cdata' | 'instruction',
    end: number,
    { problem, finished }: { readonly problem: GreenProblem | undefined; readonly finished: boolean },
  ): void {
    const width = end - this.position;
    this.add({ kind, width, problems: problem === undefined ? [] : [problem], finished });
    this.position = end;
    this.finished &&= finished;
  }

  private tag(tag: Tag): void {
    const start = this.position;
    this.position += tag.width;
    if (tag.kind === 'start' && this.open.length >= deepest) this.tooDeep(tag);
    else if (tag.kind === 'start') this.open.push({ start, tag, children: [] });
    else if (tag.kind === 'empty') this.add(element({ start, tag, children: [] }));
    else if (tag.kind === 'end') this.close(tag);
    else this.add({ kind: 'text', width: tag.width, problems: tag.problems, finished: true });
  }

  private close(tag: Tag): void {
    const depth = this.open.findLastIndex((draft) => draft.tag.name === tag.name);
    if (depth === -1) {
      this.strayEnd(tag);
      return;
    }
    while (this.open.length > depth + 1) this.finish(tag.name);
    const draft = this.open.pop();
    if (draft !== undefined) this.add(element(draft, tag));
  }

  /** What reads the tree goes down it step by step, and no stack is without end. */
  private tooDeep({ name, width, problems }: Tag): void {
    const message = `<${name}> is nested deeper than any request can be.`;
    const place = { start: 1, end: 1 + name.length };
    this.add({ kind: 'text', width, problems: [...problems, { message, ...place }], finished: true });
  }

  /** An end tag that closes nothing stays, as text. */
  private strayEnd(tag: Tag): void {
    const expected = this.open.at(-1)?.tag.name ?? this.closing;
    const hint = expected === undefined ? '' : ` Expected </${expected}>.`;
    const message = `</${tag.name}> closes nothing that is open.${hint}`;
    const problems = [...tag.problems, { message, start: 0, end: tag.width }];
    this.unopened.push(tag.name);
    this.add({ kind: 'text', width: tag.width, problems, finished: true });
  }

  /** Ends the innermost open element where no end tag of its own stands. */
  private finish(before: string | undefined): void {
    const draft = this.open.pop();
    if (draft === undefined) return;
    const { name } = draft.tag;
    const where = before === undefined ? '' : ` before </${before}>`;
    const problem = { message: `<${name}> is not closed${where}.`, start: 1, end: 1 + name.length };
    this.add(element(draft, undefined, problem));
  }

  private add(node: GreenNode): void {
    (this.open.at(-1)?.children ?? this.top).push(node);
  }
}

function element({ tag, children }: Draft, end?: Tag, problem?: GreenProblem): GreenElement {
  return withChildren(
    {
      kind: 'element',
      name: tag.name,
      attributes: tag.attributes,
      startWidth: tag.width,
      endWidth: end?.width ?? 0,
      finished: tag.finished,
      children,
      problems: problem === undefined ? tag.problems : [...tag.problems, problem],
      endProblems: end?.problems ?? listOf([]),
    },
    children,
  );
}
