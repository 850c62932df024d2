/** An element as a snippet: with what the schema requires in it, and the cursor where something is to be written. */
import type { Catalogue, ElementDeclaration } from '../../catalogue/index.ts';
import { requiredIn } from '../schema/skeleton.ts';
import { isComplex, needsXsiType } from '../schema/typedTree.ts';

/** More words than these are offered by completion rather than by the snippet. */
const mostChoices = 24;
/** A type that requires itself would never end. */
const deepest = 4;

/** @param prefix of every name, with its colon; empty when there is none. */
export function elementSnippet(
  declaration: ElementDeclaration,
  catalogue: Catalogue,
  prefix: string,
): string {
  return new Snippet(catalogue, prefix).write(declaration, '');
}

class Snippet {
  private readonly catalogue: Catalogue;
  private readonly prefix: string;
  private stops = 0;

  constructor(catalogue: Catalogue, prefix: string) {
    this.catalogue = catalogue;
    this.prefix = prefix;
  }

  write(declaration: ElementDeclaration, indent: string): string {
    const { catalogue } = this;
    const name = `${this.prefix}${declaration.name}`;
    if (!isComplex(declaration.type, catalogue)) return `<${name}>${this.value(declaration)}</${name}>`;
    const [type, attribute] = this.typeOf(declaration);
    const inner = `${indent}\t`;
    const required = indent.length < deepest ? requiredIn(type, catalogue) : [];
    const content = required.map((child) => `${inner}${this.write(child, inner)}`);
    // Empty options are complete as they are; they stand in nearly every message.
    if (content.length === 0 && indent !== '' && attribute === '') return `<${name}/>`;
    const lines = content.length === 0 ? [`${inner}${this.stop()}`] : content;
    return [`<${name}${attribute}>`, ...lines, `${indent}</${name}>`].join('\n');
  }

  /** The type to write, and how it is said. A filter is most often a simple one; which object is meant, only a person knows. */
  private typeOf({ type }: ElementDeclaration): readonly [type: string, attribute: string] {
    if (type === 'FilterPart') return ['SimpleFilterPart', ' xsi:type="SimpleFilterPart"'];
    if (!needsXsiType(type, this.catalogue) || type === 'Request') return [type, ''];
    return [type, ` xsi:type="${this.stop()}"`];
  }

  private value({ type, default: preset }: ElementDeclaration): string {
    if (preset !== undefined) return this.stop(preset);
    const words = type === 'xs:boolean' ? ['true', 'false'] : this.catalogue.enumeration(type);
    if (words === undefined || words.length > mostChoices) return this.stop();
    return this.choice(words);
  }

  private stop(text?: string): string {
    this.stops += 1;
    return text === undefined ? `$${String(this.stops)}` : `\${${String(this.stops)}:${text}}`;
  }

  private choice(words: readonly string[]): string {
    this.stops += 1;
    const escaped = words.map((word) => word.replace(/[\\,|$}]/g, '\\$&'));
    return `\${${String(this.stops)}|${escaped.join(',')}|}`;
  }
}
