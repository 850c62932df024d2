/** What languages with types need to know of an element: kind of value, one or many, wrapper or not. */
import type { Catalogue } from '../catalogue/index.ts';
import type { CodeElement } from './request.ts';

/** What a value is. Types that the schema does not know count as text. */
export type Kind =
  'complex' | 'text' | 'boolean' | 'integer' | 'long' | 'decimal' | 'dateTime' | 'enumeration';

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['xs:boolean', 'boolean'],
  ['xs:byte', 'integer'],
  ['xs:short', 'integer'],
  ['xs:int', 'integer'],
  ['xs:long', 'long'],
  ['xs:double', 'decimal'],
  ['xs:decimal', 'decimal'],
  ['xs:dateTime', 'dateTime'],
  ['xs:time', 'dateTime'],
]);

export function kindOf(type: string | undefined, catalogue: Catalogue): Kind {
  if (type === undefined) return 'text';
  if (catalogue.complexType(type) !== undefined) return 'complex';
  return kinds.get(type) ?? (catalogue.enumeration(type) === undefined ? 'text' : 'enumeration');
}

/** True for what holds elements, though it may have none here. */
export function isComplex({ type, children }: CodeElement, catalogue: Catalogue): boolean {
  return children.length > 0 || kindOf(type, catalogue) === 'complex';
}

/** Children of one name. */
export interface Property {
  readonly name: string;
  readonly isMany: boolean;
  readonly elements: readonly [CodeElement, ...CodeElement[]];
}

/** An element's children by their names, in the order in which the names come first. */
export function propertiesOf({ children }: CodeElement): readonly Property[] {
  const groups = new Map<string, [CodeElement, ...CodeElement[]]>();
  for (const child of children) {
    const group = groups.get(child.name);
    if (group === undefined) groups.set(child.name, [child]);
    else group.push(child);
  }
  return [...groups].map(([name, elements]) => ({
    name,
    isMany: elements.length > 1 || elements[0].declaration?.max === Infinity,
    elements,
  }));
}

/**
 * What an anonymous type wraps, such as the `Field`s of `Fields`; undefined for any other type. Generated classes have
 * an array in the place of the two.
 */
export function wrappedIn(
  { type, children }: CodeElement,
  catalogue: Catalogue,
): CodeElement['children'] | undefined {
  if (type?.includes('/') !== true) return undefined;
  const [only, ...others] = catalogue.elementsOf(type);
  return only?.max === Infinity && others.length === 0 ? children : undefined;
}

/** The name of the class of an element's value: what `xsi:type` says, else as declared. */
export function classOf({ type }: CodeElement): string {
  return type?.split('/').at(-1) ?? 'object';
}

/** A text with every line but the first moved right. */
export function indented(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`);
}
