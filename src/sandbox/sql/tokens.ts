/** Cuts a query into words, numbers, texts and signs. */
import { SqlProblem } from './problem.ts';

export interface Token {
  /** `name` is a word in brackets or quotation marks, which is never a keyword. */
  readonly kind: 'word' | 'name' | 'number' | 'text' | 'sign' | 'end';
  readonly text: string;
}

const pattern =
  /(?<skip>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<number>\d+(?:\.\d+)?|\.\d+)|N?'(?<text>(?:[^']|'')*)'|\[(?<bracketed>(?:[^\]]|\]\])+)\]|"(?<quoted>[^"]+)"|(?<word>[\p{L}_@#][\p{L}\p{N}_@#$]*)|(?<sign><>|!=|<=|>=|\|\||[-+*/%(),.=<>;])/uy;

/** @throws SqlProblem for a sign that no query has. */
export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  const scanner = new RegExp(pattern);
  while (scanner.lastIndex < query.length) {
    const from = scanner.lastIndex;
    const groups = scanner.exec(query)?.groups;
    if (groups === undefined) {
      throw new SqlProblem(`Incorrect syntax near '${query.slice(from, from + 10)}'.`);
    }
    const token = tokenOf(groups);
    if (token !== undefined) tokens.push(token);
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | undefined {
  const { number, text, bracketed, quoted, word, sign } = groups;
  if (number !== undefined) return { kind: 'number', text: number };
  if (text !== undefined) return { kind: 'text', text: text.replaceAll("''", "'") };
  const name = bracketed?.replaceAll(']]', ']') ?? quoted;
  if (name !== undefined) return { kind: 'name', text: name };
  if (word !== undefined) return { kind: 'word', text: word };
  return sign === undefined ? undefined : { kind: 'sign', text: sign };
}
