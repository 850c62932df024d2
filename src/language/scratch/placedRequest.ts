/** A request at its place in a file. What nobody looks at is not made. */
import { moved, type TextRange, type XmlElementNode } from '../xml/node.ts';
import { nodeAt } from '../xml/tree.ts';
import type { Directive, FileVariable, Problem, ScratchRequest, VariableUse } from './model.ts';
import type { Reading } from './reading.ts';

export class PlacedRequest implements ScratchRequest {
  readonly title: string;
  readonly wellFormed: boolean;
  readonly name: string | undefined;
  private readonly reading: Reading;
  private readonly start: number;
  private readonly source: string;
  private placedDirectives: readonly Directive[] | undefined;
  private placedRoot: XmlElementNode | undefined;

  constructor(reading: Reading, start: number, source: string) {
    this.reading = reading;
    this.start = start;
    this.source = source;
    this.title = reading.title;
    this.wellFormed = reading.wellFormed;
    this.name = reading.name;
  }

  get range(): TextRange {
    return { start: this.start, end: this.start + this.reading.width };
  }

  get bodyRange(): TextRange {
    return moved(this.reading.bodyRange, this.start);
  }

  get directives(): readonly Directive[] {
    const { directives } = this.reading;
    this.placedDirectives ??= directives.map((directive) => new PlacedDirective(directive, this.start));
    return this.placedDirectives;
  }

  get root(): XmlElementNode | undefined {
    this.placedRoot ??= this.placeRoot();
    return this.placedRoot;
  }

  private placeRoot(): XmlElementNode | undefined {
    let offset = this.start + this.reading.bodyRange.start;
    for (const green of this.reading.green) {
      if (green.kind === 'element') {
        const node = nodeAt(green, offset, this.source);
        return node.kind === 'element' ? node : undefined;
      }
      offset += green.width;
    }
    return undefined;
  }
}

class PlacedVariable implements FileVariable {
  readonly name: string;
  readonly value: string;
  protected readonly by: number;
  private readonly read: FileVariable;

  constructor(read: FileVariable, by: number) {
    this.name = read.name;
    this.value = read.value;
    this.by = by;
    this.read = read;
  }

  get nameRange(): TextRange {
    return moved(this.read.nameRange, this.by);
  }

  get valueRange(): TextRange {
    return moved(this.read.valueRange, this.by);
  }
}

class PlacedDirective extends PlacedVariable implements Directive {
  private readonly whole: TextRange;

  constructor(read: Directive, by: number) {
    super(read, by);
    this.whole = read.range;
  }

  get range(): TextRange {
    return moved(this.whole, this.by);
  }
}

export function placeVariable(variable: FileVariable, by: number): FileVariable {
  return new PlacedVariable(variable, by);
}

export function placeUse({ expression, raw, range }: VariableUse, by: number): VariableUse {
  return { expression, raw, range: moved(range, by) };
}

export function placeProblem({ code, message, range, severity }: Problem, by: number): Problem {
  return { code, message, range: moved(range, by), severity };
}
