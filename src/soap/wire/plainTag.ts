/** Tags as the service writes them: their names, the prefixes that they declare, and what else they say. */
import { xsi } from './namespaces.ts';

const plainName = /^(?:([A-Za-z_][\w-]*):)?([A-Za-z_][\w-]*)$/;
const attributes = /^(?: [A-Za-z_][\w-]*(?::[A-Za-z_][\w-]*)?="[^"<&\t\r\n]*")+$/;
const attribute = / ([^=]+)="([^"]*)"/g;
/** What a parser forbids in content, and what is rare enough to be left to it. */
// eslint-disable-next-line no-control-regex -- the characters that XML forbids are the point
export const unusual = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u;

interface ResolvedName {
  readonly namespace: string;
  readonly name: string;
}

/** The declarations of prefixes that hold inside an element; `''` is the default namespace. */
export class Scope {
  private readonly uris: ReadonlyMap<string, string>;
  private readonly resolved = new Map<string, ResolvedName | undefined>();

  constructor(uris: ReadonlyMap<string, string>) {
    this.uris = uris;
  }

  /** Undefined when the name is no plain one, or its prefix is not declared. */
  resolve(qualifiedName: string): ResolvedName | undefined {
    if (this.resolved.has(qualifiedName)) return this.resolved.get(qualifiedName);
    const [, prefix = '', name] = plainName.exec(qualifiedName) ?? [];
    const namespace = this.uris.get(prefix) ?? (prefix === '' ? '' : undefined);
    const found = name === undefined || namespace === undefined ? undefined : { namespace, name };
    this.resolved.set(qualifiedName, found);
    return found;
  }

  with(declared: readonly (readonly [prefix: string, uri: string])[]): Scope {
    return declared.length === 0 ? this : new Scope(new Map([...this.uris, ...declared]));
  }
}

export interface Attributes {
  /** Prefixes and what they are declared to stand for. */
  readonly declared: readonly (readonly [string, string])[];
  readonly others: readonly (readonly [string, string])[];
}

export const nothingGiven: Attributes = { declared: [], others: [] };

/** What stands in a tag behind its name; undefined when it is not plain, or not right. */
export function readAttributes(given: string): Attributes | undefined {
  if (!attributes.test(given) || unusual.test(given)) return undefined;
  const all = [...given.matchAll(attribute)].map(([, name = '', value = '']) => [name, value] as const);
  const locals = all.map(([name]) => name.slice(name.indexOf(':') + 1));
  // One local name twice may be one attribute twice, by two prefixes.
  if (new Set(locals).size < locals.length) return undefined;
  const isDeclaration = ([name]: readonly [string, string]): boolean => /^xmlns(?::|$)/.test(name);
  const declared = all.filter(isDeclaration).map(([name, uri]) => [name.slice(6), uri] as const);
  const others = all.filter((one) => !isDeclaration(one));
  const isPlain = declared.every(isPlainDeclaration) && others.every(([name]) => !/^xml/i.test(name));
  return isPlain ? { declared, others } : undefined;
}

/** The parser trims addresses, and has rules of its own for prefixes that begin with xml. */
function isPlainDeclaration([prefix, uri]: readonly [string, string]): boolean {
  return !uri.includes(' ') && !/^xml/i.test(prefix) && (prefix === '' || uri !== '');
}

/** Tells an element what its attributes say of it. */
export function giveMeaning(
  element: { type: string | undefined; nil: boolean },
  given: readonly (readonly [string, string])[],
  scope: Scope,
): void {
  for (const [qualifiedName, value] of given) {
    const resolved = scope.resolve(qualifiedName);
    // A name without a prefix is in no namespace, whatever the default one is.
    if (!qualifiedName.includes(':') || resolved?.namespace !== xsi) continue;
    if (resolved.name === 'type') element.type = value.slice(value.indexOf(':') + 1).trim();
    else if (resolved.name === 'nil') element.nil = value === 'true' || value === '1';
  }
}
