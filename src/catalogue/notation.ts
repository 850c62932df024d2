/**
 * The one-line notation in which `data/` keeps types, so that a refreshed catalogue is reviewed as a readable diff.
 *
 *     abstract <Base Name:Type Name?:Type Name*~:Type Wrapper?{ Item*:Type } ( A:Type | B:Type )? **
 *
 * `?` is 0..1, `*` 0..n, `+` 1..n, nothing exactly 1; `~` nillable; `!` deprecated; `=text` a default;
 * `{ … }` an anonymous type; `( … | … )` a choice; `**` any further elements.
 */
import type { ComplexType, ElementDeclaration } from './model.ts';

/** Reads one type; anonymous types inside are named `Outer/Element` and handed to `nested`. */
export function parseType(name: string, notation: string, nested: (type: ComplexType) => void): ComplexType {
  const cursor = new Cursor(notation.split(' ').filter((token) => token !== ''));
  const abstract = cursor.accept('abstract');
  const base = cursor.peek()?.startsWith('<') === true ? cursor.next().slice(1) : undefined;
  const body = parseParticles(name, cursor, nested);
  cursor.expectEnd(name);
  return { name, abstract, ...(base === undefined ? {} : { base }), ...body };
}

/** Writes a type in the notation `parseType` reads; `resolve` finds the anonymous types it refers to. */
export function printType(type: ComplexType, resolve: (name: string) => ComplexType): string {
  const head = [
    ...(type.abstract ? ['abstract'] : []),
    ...(type.base === undefined ? [] : [`<${type.base}`]),
  ];
  return [...head, ...printParticles(type, resolve)].join(' ');
}

const elementPattern = /^([\w.-]+)([?*+]?)(~?)(!?)(?::([\w:/.-]+)(?:=(.*))?|(\{))$/;

const exactlyOne = { min: 1, max: 1 } as const;
const cardinalities: ReadonlyMap<string, Pick<ElementDeclaration, 'min' | 'max'>> = new Map([
  ['?', { min: 0, max: 1 }],
  ['*', { min: 0, max: Infinity }],
  ['+', { min: 1, max: Infinity }],
] as const);

class Cursor {
  private position = 0;
  private readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  peek(): string | undefined {
    return this.tokens[this.position];
  }

  next(): string {
    const token = this.tokens[this.position];
    if (token === undefined) throw new Error('The type notation ends too early.');
    this.position += 1;
    return token;
  }

  accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.position += 1;
    return true;
  }

  expectEnd(name: string): void {
    const rest = this.peek();
    if (rest !== undefined) throw new Error(`The notation of ${name} has an unexpected "${rest}".`);
  }
}

function parseParticles(
  owner: string,
  cursor: Cursor,
  nested: (type: ComplexType) => void,
): Pick<ComplexType, 'elements' | 'open'> {
  const elements: ElementDeclaration[] = [];
  let open = false;
  let group = 0;
  for (let token = cursor.peek(); token !== undefined && token !== '}'; token = cursor.peek()) {
    if (cursor.accept('**')) {
      open = true;
    } else if (cursor.accept('(')) {
      elements.push(...parseChoice(owner, cursor, nested, group));
      group += 1;
    } else {
      elements.push(parseElement(owner, cursor, nested));
    }
  }
  return { elements, open };
}

function parseChoice(
  owner: string,
  cursor: Cursor,
  nested: (type: ComplexType) => void,
  group: number,
): ElementDeclaration[] {
  const alternatives: ElementDeclaration[] = [];
  for (;;) {
    alternatives.push(parseElement(owner, cursor, nested));
    const token = cursor.next();
    if (token === '|') continue;
    if (token !== ')' && token !== ')?') throw new Error(`The choice in ${owner} is not closed.`);
    const required = token === ')';
    return alternatives.map((element) => ({ ...element, min: 0 as const, choice: { group, required } }));
  }
}

function parseElement(
  owner: string,
  cursor: Cursor,
  nested: (type: ComplexType) => void,
): ElementDeclaration {
  const token = cursor.next();
  const match = elementPattern.exec(token);
  if (match === null) throw new Error(`"${token}" in ${owner} is not an element of the type notation.`);
  const [, name = '', sign = '', nillable = '', deprecated = '', typeName, defaultValue, brace] = match;
  const type = typeName ?? `${owner}/${name}`;
  if (brace !== undefined) parseAnonymousType(type, cursor, nested);
  return {
    name,
    type,
    ...(cardinalities.get(sign) ?? exactlyOne),
    nillable: nillable === '~',
    deprecated: deprecated === '!',
    ...(defaultValue === undefined ? {} : { default: defaultValue }),
  };
}

function parseAnonymousType(name: string, cursor: Cursor, nested: (type: ComplexType) => void): void {
  const body = parseParticles(name, cursor, nested);
  if (!cursor.accept('}')) throw new Error(`The type of ${name} is not closed.`);
  nested({ name, abstract: false, ...body });
}

function printParticles(type: ComplexType, resolve: (name: string) => ComplexType): string[] {
  const parts: string[] = [];
  for (let index = 0; index < type.elements.length;) {
    const first = type.elements[index];
    if (first === undefined) break;
    const run = sameChoice(type.elements.slice(index));
    const printed = run.map((element) => printElement(type, element, resolve));
    if (first.choice === undefined) parts.push(printed.join(' '));
    else parts.push(`( ${printed.join(' | ')} )${first.choice.required ? '' : '?'}`);
    index += run.length;
  }
  if (type.open) parts.push('**');
  return parts;
}

/** The leading elements that belong to the same choice as the first; just the first when it belongs to none. */
function sameChoice(elements: readonly ElementDeclaration[]): readonly ElementDeclaration[] {
  const group = elements[0]?.choice?.group;
  if (group === undefined) return elements.slice(0, 1);
  const end = elements.findIndex((element) => element.choice?.group !== group);
  return end === -1 ? elements : elements.slice(0, end);
}

function printElement(
  owner: ComplexType,
  element: ElementDeclaration,
  resolve: (name: string) => ComplexType,
): string {
  const flags = `${element.nillable ? '~' : ''}${element.deprecated ? '!' : ''}`;
  const start = `${element.name}${cardinalitySign(element)}${flags}`;
  if (element.type === `${owner.name}/${element.name}`) {
    return [`${start}{`, ...printParticles(resolve(element.type), resolve), '}'].join(' ');
  }
  return `${start}:${element.type}${element.default === undefined ? '' : `=${element.default}`}`;
}

function cardinalitySign(element: ElementDeclaration): string {
  if (element.choice !== undefined) return element.max === Infinity ? '+' : '';
  if (element.max === Infinity) return element.min === 0 ? '*' : '+';
  return element.min === 0 ? '?' : '';
}
