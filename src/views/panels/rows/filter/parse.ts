/** Reads a filter as people write it in SQL: `Country = 'DE' AND (Age > 30 OR Age IS NULL)`. */
import type { FilterNode } from '../../../../shared/rowFilter.ts';
import type { RowField } from '../rowField.ts';
import { readCondition } from './condition.ts';
import { negated } from './negate.ts';
import { FilterSyntaxError, TokenReader } from './tokenReader.ts';
import { tokensOf, type FilterProblem } from './tokens.ts';

/** What a text says: a filter, nothing (an empty text), or what is wrong with it. */
export type ParsedFilter = { readonly filter: FilterNode | undefined } | { readonly problem: FilterProblem };

export function parseFilter(text: string, fields: readonly RowField[]): ParsedFilter {
  const tokens = tokensOf(text);
  if ('message' in tokens) return { problem: tokens };
  const reader = new TokenReader(tokens);
  if (reader.peek().kind === 'end') return { filter: undefined };
  try {
    const filter = readAny(reader, fields);
    reader.expectEnd();
    return { filter };
  } catch (error) {
    if (error instanceof FilterSyntaxError) return { problem: error.problem };
    throw error;
  }
}

function readAny(reader: TokenReader, fields: readonly RowField[]): FilterNode {
  return readChain(reader, 'OR', () => readChain(reader, 'AND', () => readOne(reader, fields)));
}

function readChain(reader: TokenReader, logic: 'AND' | 'OR', readItem: () => FilterNode): FilterNode {
  const first = readItem();
  if (!reader.isWord(logic)) return first;
  const items = [first];
  while (reader.takeWord(logic)) items.push(readItem());
  return { logic, items };
}

function readOne(reader: TokenReader, fields: readonly RowField[]): FilterNode {
  const start = reader.peek();
  if (reader.takeWord('NOT')) {
    const opposite = negated(readOne(reader, fields));
    if (opposite !== undefined) return opposite;
    throw reader.problem('The API has no opposite of this.', start);
  }
  if (!reader.takeSign('(')) return readCondition(reader, fields);
  const inner = readAny(reader, fields);
  if (!reader.takeSign(')')) throw reader.problem('A ) is missing here.');
  return inner;
}
