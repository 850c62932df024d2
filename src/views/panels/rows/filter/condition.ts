/** Reads one condition of a filter: a column, an operator, and its values. */
import { filterOperators, type FilterCondition, type FilterNode } from '../../../../shared/rowFilter.ts';
import type { RowField } from '../rowField.ts';
import { fromLike } from './like.ts';
import { negated } from './negate.ts';
import type { TokenReader } from './tokenReader.ts';
import type { Token } from './tokens.ts';
import { conditionProblem } from './values.ts';

const signs: Readonly<Record<string, string>> = {
  '=': 'equals',
  '<>': 'notEquals',
  '!=': 'notEquals',
  '>': 'greaterThan',
  '<': 'lessThan',
  '>=': 'greaterThanOrEqual',
  '<=': 'lessThanOrEqual',
};

/** @throws FilterSyntaxError */
export function readCondition(reader: TokenReader, fields: readonly RowField[]): FilterNode {
  const start = reader.peek();
  const field = readColumn(reader, fields);
  const isNegated = reader.takeWord('NOT');
  const condition = readComparison(reader, field.name);
  const problem = conditionProblem(condition, field);
  const last = reader.previous();
  if (problem !== undefined) throw reader.problem(problem, start, last);
  if (!isNegated) return condition;
  const opposite = negated(condition);
  if (opposite === undefined)
    throw reader.problem(`The API has no opposite of ${condition.operator}.`, start, last);
  return opposite;
}

function readColumn(reader: TokenReader, fields: readonly RowField[]): RowField {
  const token = reader.peek();
  if (token.kind !== 'name' && token.kind !== 'quotedName')
    throw reader.problem('Expected the name of a column here.');
  const wanted = token.value.toLowerCase();
  const field = fields.find(({ name }) => name.toLowerCase() === wanted);
  if (field === undefined) throw reader.problem(unknownColumn(token, fields));
  reader.next();
  return field;
}

function unknownColumn({ value }: Token, fields: readonly RowField[]): string {
  const start = value.toLowerCase().slice(0, 3);
  const similar = fields.filter(({ name }) => name.toLowerCase().startsWith(start));
  const listed = (similar.length > 0 ? similar : fields).slice(0, 5).map(({ name }) => name);
  return `There is no column ${value}. ${similar.length > 0 ? 'Similar ones' : 'There are'}: ${listed.join(', ')}.`;
}

function readComparison(reader: TokenReader, column: string): FilterCondition {
  const token = reader.next();
  const sign = token.kind === 'sign' ? signs[token.value] : undefined;
  if (sign !== undefined) return { column, operator: sign, values: [readValue(reader)] };
  const word = token.kind === 'name' ? token.value.toUpperCase() : '';
  const read = words[word];
  if (read !== undefined) return read(reader, column);
  const named = filterOperators.find(({ name }) => name.toUpperCase() === word);
  if (named !== undefined) return { column, operator: named.name, values: [readValue(reader)] };
  throw reader.problem(
    `Expected =, <>, <, >, <=, >=, IN, BETWEEN, LIKE, IS NULL or an operator of the API after ${column}.`,
    token,
  );
}

const words: Readonly<Record<string, (reader: TokenReader, column: string) => FilterCondition>> = {
  IS: (reader, column) => {
    const operator = reader.takeWord('NOT') ? 'isNotNull' : 'isNull';
    if (!reader.takeWord('NULL')) throw reader.problem('Expected NULL or NOT NULL after IS.');
    return { column, operator, values: [] };
  },
  IN: (reader, column) => ({ column, operator: 'IN', values: readList(reader) }),
  BETWEEN: (reader, column) => {
    const low = readValue(reader);
    if (!reader.takeWord('AND')) throw reader.problem('Expected AND between the two values of BETWEEN.');
    return { column, operator: 'between', values: [low, readValue(reader)] };
  },
  LIKE: (reader, column) => {
    const token = reader.peek();
    const read = fromLike(readValue(reader));
    if (read === undefined) {
      throw reader.problem(
        "Rows take no LIKE but 'x%', '%x' and '%x%'; [%] and [_] stand for the signs themselves.",
        token,
      );
    }
    return { column, ...read };
  },
};

function readList(reader: TokenReader): string[] {
  if (!reader.takeSign('(')) throw reader.problem('Expected ( after IN.');
  const values = [readValue(reader)];
  while (reader.takeSign(',')) values.push(readValue(reader));
  if (!reader.takeSign(')')) throw reader.problem('Expected , or ) in the list of IN.');
  return values;
}

function readValue(reader: TokenReader): string {
  const { kind, value } = reader.peek();
  const isWord = kind === 'name' && /^(?:true|false)$/i.test(value);
  if (kind !== 'text' && kind !== 'number' && !isWord) {
    const hint = kind === 'name' && /^null$/i.test(value) ? ' For no value, write IS NULL.' : '';
    throw reader.problem(`Expected a value here: a text in single quotes, a number, TRUE or FALSE.${hint}`);
  }
  reader.next();
  return value;
}
