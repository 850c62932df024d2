/** What a query is made of, once it is read. */
import type { ValueType } from './values.ts';

export type Expression =
  /** A value that was computed before, such as that of a group: a place in the row. */
  | { readonly kind: 'slot'; readonly index: number; readonly type: ValueType }
  | { readonly kind: 'literal'; readonly value: string | number | null }
  | { readonly kind: 'column'; readonly table: string | undefined; readonly name: string }
  | { readonly kind: 'negative'; readonly operand: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'in';
      readonly operand: Expression;
      readonly list: readonly Expression[] | Query;
      readonly negated: boolean;
    }
  | { readonly kind: 'exists'; readonly query: Query }
  /** A query of one column and at most one row, as a value. */
  | { readonly kind: 'scalar'; readonly query: Query }
  | { readonly kind: 'isNull'; readonly operand: Expression; readonly negated: boolean }
  | {
      readonly kind: 'case';
      readonly subject: Expression | undefined;
      readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
      readonly otherwise: Expression | undefined;
    }
  | {
      readonly kind: 'cast';
      readonly operand: Expression;
      readonly type: string;
      /** The most characters of a text. */
      readonly length?: number;
      /** The number of a way to write dates. */
      readonly style?: number;
      /** True for what is nothing where the value is not of the type. */
      readonly isTried?: true;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly parameters: readonly Expression[];
      readonly isDistinct: boolean;
      /** The rows that it is computed over. */
      readonly window?: Window;
    };

export interface Window {
  readonly partition: readonly Expression[];
  readonly order: readonly Order[];
}

export interface Order {
  readonly by: Expression;
  readonly isDescending: boolean;
}

/** One column of the result, or all those of a table. */
export type Item =
  | { readonly kind: 'all'; readonly table: string | undefined }
  | { readonly kind: 'value'; readonly value: Expression; readonly alias: string | undefined };

export interface Source {
  /** A table by its name, or a query in parentheses. */
  readonly from: string | Query;
  readonly alias: string;
}

export interface Join extends Source {
  readonly join: 'INNER' | 'LEFT' | 'RIGHT' | 'FULL' | 'CROSS' | 'CROSS APPLY' | 'OUTER APPLY';
  readonly on: Expression | undefined;
}

export interface Select {
  readonly isDistinct: boolean;
  readonly top: { readonly count: number; readonly isPercent: boolean } | undefined;
  readonly items: readonly Item[];
  readonly source: Source | undefined;
  readonly joins: readonly Join[];
  readonly where: Expression | undefined;
  readonly groups: readonly Expression[];
  readonly having: Expression | undefined;
}

export type SetOperator = 'UNION' | 'UNION ALL' | 'EXCEPT' | 'INTERSECT';

/** Selects that are put together, from the first to the last; INTERSECT goes before the other operators. */
export interface Query {
  readonly first: Select;
  readonly others: readonly { readonly operator: SetOperator; readonly select: Select }[];
  readonly order: readonly Order[];
  /** The part of the rows that is wanted, by OFFSET and FETCH. */
  readonly page?: { readonly skip: number; readonly count: number };
}

/** An expression with its parts replaced; what is inside a query of its own stays. */
export function withParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  if (expression.kind === 'in') {
    const { list } = expression;
    const parts = 'first' in list ? list : list.map(change);
    return { ...expression, operand: change(expression.operand), list: parts };
  }
  if (expression.kind === 'case') {
    return {
      ...expression,
      subject: expression.subject && change(expression.subject),
      branches: expression.branches.map(({ when, then }) => ({ when: change(when), then: change(then) })),
      otherwise: expression.otherwise && change(expression.otherwise),
    };
  }
  if ('operand' in expression) return { ...expression, operand: change(expression.operand) };
  if ('left' in expression) {
    return { ...expression, left: change(expression.left), right: change(expression.right) };
  }
  if ('parameters' in expression) {
    const { parameters, window } = expression;
    const called = { ...expression, parameters: parameters.map(change) };
    return window === undefined ? called : { ...called, window: windowWithParts(window, change) };
  }
  return expression;
}

function windowWithParts({ partition, order }: Window, change: (part: Expression) => Expression): Window {
  return {
    partition: partition.map(change),
    order: order.map(({ by, isDescending }) => ({ by: change(by), isDescending })),
  };
}
