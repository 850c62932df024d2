/** LIKE: `%` and `_`, and characters in brackets, of which one is to be there: `[a-f]`, or not: `[^0-9]`. */
import { isLike } from '../retrieve/operators.ts';
import { folded, textOf, type Value } from './values.ts';

/** Whether a value is like a pattern; undefined when either is nothing. */
export function likeOf(value: Value, pattern: Value): boolean | undefined {
  if (value === null || pattern === null) return undefined;
  const text = textOf(value).toLowerCase();
  const written = folded(textOf(pattern));
  return written.includes('[') ? expressionOf(written).test(text) : isLike(text, written);
}

/** The place of the first text that a pattern describes, from 1; 0 when there is none. PATINDEX has this. */
export function placeLike(value: string, pattern: string): number {
  const inner = folded(pattern);
  const from = inner.startsWith('%') ? 1 : 0;
  const to = inner.endsWith('%') && inner.length > 1 ? inner.length - 1 : inner.length;
  const source = sourceOf(inner.slice(from, to));
  const expression = new RegExp(`${from === 0 ? '^' : ''}${source}${to === inner.length ? '$' : ''}`, 'su');
  return value.toLowerCase().search(expression) + 1;
}

const known = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const made = new RegExp(`^${sourceOf(pattern)}$`, 'su');
  // A query has few patterns, unless they come from its rows.
  if (known.size > 1000) known.clear();
  known.set(pattern, made);
  return made;
}

const piece = /\[(?<not>\^?)(?<set>[^\]]+)\]|(?<any>%)|(?<one>_)|(?<plain>[^])/gu;

function sourceOf(pattern: string): string {
  return pattern.replace(piece, (whole, ...rest: unknown[]) => {
    const { not = '', set, any, one } = rest.at(-1) as Record<string, string | undefined>;
    if (any !== undefined) return '.*';
    if (one !== undefined) return '.';
    // A range keeps its hyphen; every other sign stands for itself.
    if (set !== undefined) return `[${not}${set.replace(/[\\^\]]/g, '\\$&')}]`;
    return whole.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
}
