/** The variables of the environment that programs take their credentials from, the same in every language. */
import type { CodeRequest, CodeText } from './request.ts';

/** Authentication Base URI of the installed package, its credentials, and, where another one is wanted, the business unit. */
const credentials = ['MC_AUTH_URL', 'MC_CLIENT_ID', 'MC_CLIENT_SECRET'] as const;
const businessUnit = 'MC_ACCOUNT_ID';

/** The lines that a program begins with, without the signs of a comment. */
export function heading({ title, operation, environment }: CodeRequest, how: string): string[] {
  const needed = [...credentials, ...environment].join(', ');
  return [
    title === operation ? title : `${title} (${operation})`,
    how,
    `Environment: ${needed}; ${businessUnit} for another business unit than the package’s own.`,
  ];
}

/** How a language writes a text. */
export interface TextSyntax {
  readonly literal: (text: string) => string;
  readonly variable: (name: string) => string;
  /** Between two pieces, e.g. ` + `. */
  readonly join: string;
}

/** An expression whose value is the text. */
export function textExpression(text: CodeText, { literal, variable, join }: TextSyntax): string {
  if (text.length === 0) return literal('');
  return text
    .map((piece) => (typeof piece === 'string' ? literal(piece) : variable(piece.environment)))
    .join(join);
}

/** The text when nothing in it comes from outside. */
export function fixedText(text: CodeText): string | undefined {
  const fixed = text.filter((piece) => typeof piece === 'string');
  return fixed.length === text.length ? fixed.join('').trim() : undefined;
}
