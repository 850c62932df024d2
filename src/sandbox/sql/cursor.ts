/** Goes through the tokens of a query. */
import { SqlProblem, tooDeep } from './problem.ts';
import { tokensOf, type Token } from './tokens.ts';
import type { Query } from './tree.ts';

/** Words that are no names unless they stand in brackets. */
export const reserved: ReadonlySet<string> = new Set(
  (
    'ALL AND AS ASC BETWEEN BY CASE CROSS DESC DISTINCT ELSE END EXCEPT EXISTS FROM FULL GROUP HAVING IN INNER ' +
    'INTERSECT INTO IS JOIN LEFT LIKE NOT NULL ON OR ORDER OUTER OVER RIGHT SELECT THEN TOP UNION WHEN WHERE WITH'
  ).split(' '),
);

/** How deep a query may be nested; SQL Server has bounds of its own, 10 for CASE and 32 for queries among them. */
const deepest = 100;

export class Cursor {
  private readonly tokens: readonly Token[];
  private readonly readInner: (cursor: Cursor) => Query;
  private at = 0;
  private depth = 0;

  /**
   * @param readInner reads a query inside an expression.
   * @throws SqlProblem when the query cannot be cut into tokens.
   */
  constructor(query: string, readInner: (cursor: Cursor) => Query) {
    this.tokens = tokensOf(query);
    this.readInner = readInner;
  }

  /** A query that comes next. */
  query(): Query {
    return this.within(() => this.readInner(this));
  }

  /** Reads something inside something else. @throws SqlProblem when that is nested too deeply. */
  within<Read>(read: () => Read): Read {
    this.depth += 1;
    if (this.depth > deepest) throw tooDeep();
    const found = read();
    this.depth -= 1;
    return found;
  }

  /** The token that comes next, or one further on. */
  peek(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? { kind: 'end', text: '' };
  }

  /** Takes the next token. */
  next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  /** True when these keywords or signs come next. */
  sees(...words: readonly string[]): boolean {
    return words.every((word, ahead) => {
      const { kind, text } = this.peek(ahead);
      return (kind === 'word' || kind === 'sign') && text.toUpperCase() === word;
    });
  }

  /** Takes these keywords or signs if they come next. */
  takes(...words: readonly string[]): boolean {
    if (!this.sees(...words)) return false;
    this.at += words.length;
    return true;
  }

  /** The one of these that comes next, taken. */
  takesOneOf(words: readonly string[]): string | undefined {
    return words.find((word) => this.takes(word));
  }

  /** @throws SqlProblem when something else comes next. */
  expect(word: string): void {
    if (!this.takes(word)) throw this.unexpected();
  }

  /** A name: a word, or anything in brackets. */
  name(): string {
    const { kind, text } = this.peek();
    const isName = kind === 'name' || (kind === 'word' && !reserved.has(text.toUpperCase()));
    if (!isName) throw this.unexpected();
    this.at += 1;
    return text;
  }

  /** What SQL Server says of a token that does not fit. */
  unexpected(): SqlProblem {
    const { kind, text } = this.peek();
    return new SqlProblem(
      kind === 'end' ? 'Incorrect syntax near the end of the query.' : `Incorrect syntax near '${text}'.`,
    );
  }
}
