/** The moving place in an XML text: literals, names, quoted values, references, and what is wrong with them. */

/** Thrown inside the reader at the first thing that is not well-formed; `readXml` turns it into a value. */
export class XmlError extends Error {
  /** Where, in UTF-16 units from the start. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const nameStart =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const simpleName = `[${nameStart}][\\u0300-\\u036F\\u203F-\\u2040${nameStart}\\-.0-9\\u00B7]*`;

const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The first character that no XML document may contain, as a position; -1 when there is none. */
export function findIllegalCharacter(text: string): number {
  return text.search(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
}

export class XmlScanner {
  readonly text: string;
  at = 0;
  private readonly qualifiedName = new RegExp(`${simpleName}(?::${simpleName})?`, 'uy');

  constructor(text: string) {
    this.text = text;
  }

  fail(message: string, at = this.at): never {
    throw new XmlError(message, at);
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** True when the text goes on with `literal` here. */
  sees(literal: string): boolean {
    return this.text.startsWith(literal, this.at);
  }

  /** Steps over `literal` when it comes next. */
  accept(literal: string): boolean {
    if (!this.sees(literal)) return false;
    this.at += literal.length;
    return true;
  }

  expect(literal: string): void {
    if (!this.accept(literal)) this.fail(`"${literal}" is expected here.`);
  }

  /** Steps over white space; true when there was any. */
  skipSpace(): boolean {
    const from = this.at;
    while (' \t\n'.includes(this.text.charAt(this.at)) && !this.atEnd) this.at += 1;
    return this.at > from;
  }

  /** A name with at most one colon in it. */
  name(): string {
    this.qualifiedName.lastIndex = this.at;
    const name = this.qualifiedName.exec(this.text)?.[0] ?? this.fail('A name is expected here.');
    this.at += name.length;
    return name;
  }

  /** Everything up to `end`, and steps over that; `what` names the construct that must be closed. */
  until(end: string, what: string): string {
    const stop = this.text.indexOf(end, this.at);
    if (stop === -1) this.fail(`The ${what} is not closed.`);
    const inside = this.text.slice(this.at, stop);
    this.at = stop + end.length;
    return inside;
  }

  /** A quoted attribute value, references replaced and white space normalised as for any attribute. */
  quoted(): string {
    const quote = this.text.charAt(this.at);
    if (quote !== '"' && quote !== "'") this.fail('An attribute value must be quoted.');
    this.at += 1;
    const start = this.at;
    const raw = this.until(quote, 'attribute value');
    const lessThan = raw.indexOf('<');
    if (lessThan !== -1) this.fail('"<" must not stand in an attribute value.', start + lessThan);
    return this.replaceReferences(raw.replace(/[\t\n]/g, ' '), start);
  }

  /** Replaces entity and character references in `raw`, which begins at `start`. */
  replaceReferences(raw: string, start: number): string {
    let reference = raw.indexOf('&');
    if (reference === -1) return raw;
    let replaced = '';
    let copied = 0;
    for (; reference !== -1; reference = raw.indexOf('&', copied)) {
      const end = raw.indexOf(';', reference);
      if (end === -1) this.fail('"&" does not begin a reference.', start + reference);
      replaced +=
        raw.slice(copied, reference) + this.reference(raw.slice(reference + 1, end), start + reference);
      copied = end + 1;
    }
    return replaced + raw.slice(copied);
  }

  private reference(name: string, at: number): string {
    const number = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}))$/.exec(name);
    if (number === null) {
      return namedEntities.get(name) ?? this.fail(`"&${name.slice(0, 20)};" is not a known entity.`, at);
    }
    const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
    const character = code > 0x10ffff ? undefined : String.fromCodePoint(code);
    if (character === undefined || findIllegalCharacter(character) !== -1) {
      return this.fail(`"&${name};" is not a character that XML allows.`, at);
    }
    return character;
  }
}
