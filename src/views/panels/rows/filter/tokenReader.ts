/** Walks over the tokens of a filter, and says what is wrong at one of them. */
import type { FilterProblem, Token } from './tokens.ts';

/** Leaves the parser at the first problem; caught where parsing began. */
export class FilterSyntaxError extends Error {
  readonly problem: FilterProblem;

  constructor(problem: FilterProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export class TokenReader {
  private readonly tokens: readonly Token[];
  private at = 0;

  /** @param tokens with an `end` as the last. */
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  peek(): Token {
    return (
      this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? { kind: 'end', value: '', from: 0, to: 0 }
    );
  }

  next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  /** The token that was read last. */
  previous(): Token {
    return this.tokens[this.at - 1] ?? this.peek();
  }

  /** True when a keyword stands here; a quoted name is never one. */
  isWord(word: string): boolean {
    const { kind, value } = this.peek();
    return kind === 'name' && value.toUpperCase() === word;
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.at += 1;
    return true;
  }

  takeSign(sign: string): boolean {
    const { kind, value } = this.peek();
    if (kind !== 'sign' || value !== sign) return false;
    this.at += 1;
    return true;
  }

  expectEnd(): void {
    if (this.peek().kind !== 'end') throw this.problem('Expected AND, OR or the end here.');
  }

  problem(message: string, from: Token = this.peek(), to: Token = from): FilterSyntaxError {
    return new FilterSyntaxError({ message, from: from.from, to: to.to });
  }
}
