/** The values of the API between the wire and the objects: simple values as text, structures, and explicit nothing. */

/** A simple value in its lexical form, a structure, or null for `xsi:nil`. */
export type ApiValue = string | ApiStruct | null;

/** What a structure can be made from: values as a program has them. Undefined members are left out. */
export type MemberInput = ApiValue | number | boolean | readonly ApiValue[] | undefined;

/** A value of a complex type: members by element name, in any order; the type says in which they are written. */
export class ApiStruct {
  /** The name of the complex type, or of the element with a slash before it where the type is anonymous. */
  readonly type: string;
  private readonly members = new Map<string, ApiValue[]>();

  constructor(type: string, members: Readonly<Record<string, MemberInput>> = {}) {
    this.type = type;
    for (const [name, value] of Object.entries(members)) this.set(name, value);
  }

  /** Puts these values in the place of whatever the member had; undefined removes it. */
  set(name: string, value: MemberInput): void {
    if (value === undefined) this.members.delete(name);
    else if (typeof value === 'number' || typeof value === 'boolean') this.members.set(name, [String(value)]);
    else if (isList(value)) this.members.set(name, [...value]);
    else this.members.set(name, [value]);
  }

  /** Adds one value to a member. */
  add(name: string, value: ApiValue): void {
    const values = this.members.get(name);
    if (values === undefined) this.members.set(name, [value]);
    else values.push(value);
  }

  get names(): readonly string[] {
    return [...this.members.keys()];
  }

  has(name: string): boolean {
    return this.members.has(name);
  }

  all(name: string): readonly ApiValue[] {
    return this.members.get(name) ?? [];
  }

  /** The text of a member's first value; the fallback when it is absent, nil or a structure. */
  text(name: string): string | undefined;
  text<Fallback>(name: string, fallback: Fallback): string | Fallback;
  text(name: string, fallback?: unknown): unknown {
    const value = this.members.get(name)?.[0];
    return typeof value === 'string' ? value : fallback;
  }

  /** The texts of all values of a member. */
  texts(name: string): readonly string[] {
    return this.all(name).filter((value) => typeof value === 'string');
  }

  struct(name: string): ApiStruct | undefined {
    const value = this.members.get(name)?.[0];
    return value instanceof ApiStruct ? value : undefined;
  }

  structs(name: string): readonly ApiStruct[] {
    return this.all(name).filter((value) => value instanceof ApiStruct);
  }

  /** The number that a member is; the fallback when it is none. */
  number(name: string): number | undefined;
  number<Fallback>(name: string, fallback: Fallback): number | Fallback;
  number(name: string, fallback?: unknown): unknown {
    const text = this.text(name, '').trim();
    return text === '' ? fallback : Number(text);
  }

  /** The truth value that a member is; the fallback when it is none. */
  flag(name: string): boolean | undefined;
  flag<Fallback>(name: string, fallback: Fallback): boolean | Fallback;
  flag(name: string, fallback?: unknown): unknown {
    const text = this.text(name);
    return text === undefined ? fallback : text === 'true';
  }

  /** The text at the end of a dotted path such as `Client.ID`. */
  path(path: string): string | undefined {
    const dot = path.indexOf('.');
    return dot === -1 ? this.text(path) : this.struct(path.slice(0, dot))?.path(path.slice(dot + 1));
  }

  /** A copy whose members can be changed without changing this one's. */
  copy(): ApiStruct {
    const copy = new ApiStruct(this.type);
    for (const [name, values] of this.members) copy.members.set(name, [...values]);
    return copy;
  }
}

function isList(value: ApiValue | readonly ApiValue[]): value is readonly ApiValue[] {
  return Array.isArray(value);
}
