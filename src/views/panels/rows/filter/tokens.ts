/** Cuts the text of a filter into words, texts, numbers and signs, each with its place. */

export type TokenKind = 'name' | 'quotedName' | 'text' | 'number' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** A name or text without its quotes, a number or sign as it stands. */
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** What is wrong with a filter, and where; offsets in the text. */
export interface FilterProblem {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['text', /'((?:[^']|'')*)'/y],
  ['quotedName', /\[((?:[^\]]|\]\])*)\]/y],
  ['quotedName', /"((?:[^"]|"")*)"/y],
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?![\p{L}\p{N}_])/uy],
  ['name', /[\p{L}_@#$][\p{L}\p{N}_@#$]*/uy],
  ['sign', /<>|!=|<=|>=|[=<>(),]/y],
];

/** The tokens, an `end` last; or the first thing that is none. */
export function tokensOf(text: string): readonly Token[] | FilterProblem {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (at >= text.length) return [...tokens, { kind: 'end', value: '', from: text.length, to: text.length }];
    const token = tokenAt(text, at);
    if (token === undefined) return unreadable(text, at);
    tokens.push(token);
    at = token.to;
  }
}

function tokenAt(text: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const [whole, inner = whole] = match;
    return { kind, value: unquoted(kind, whole, inner), from: at, to: at + whole.length };
  }
  return undefined;
}

function unquoted(kind: TokenKind, whole: string, inner: string): string {
  if (kind === 'text') return inner.replaceAll("''", "'");
  if (kind !== 'quotedName') return whole;
  return whole.startsWith('[') ? inner.replaceAll(']]', ']') : inner.replaceAll('""', '"');
}

function unreadable(text: string, at: number): FilterProblem {
  const sign = text.charAt(at);
  const openings: Readonly<Record<string, string>> = { "'": 'text', '"': 'name', '[': 'name' };
  const what = openings[sign];
  const message =
    what === undefined
      ? `“${sign}” has no meaning here.`
      : `This ${what} has no end: ${sign === '[' ? ']' : sign} is missing.`;
  return { message, from: at, to: what === undefined ? at + 1 : text.length };
}
