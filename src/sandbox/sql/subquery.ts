/** Queries inside expressions: run once, or anew for each row of the query around them where they refer to it. */
import type { Around, Column, Row, Scope } from './relation.ts';
import type { Query } from './tree.ts';

export interface Inner {
  readonly columns: readonly Column[];
  /** The same rows whatever the row around is; undefined for a query that refers to it. */
  readonly constant: readonly Row[] | undefined;
  /** Its rows for a row of the query around it. */
  readonly rows: (row: Row) => readonly Row[];
}

/** A query inside an expression of a scope. It is run once to find out whether it refers to the rows of that scope. */
export function innerQuery(scope: Scope, query: Query): Inner {
  const around: Around = {
    columns: scope.columns,
    row: [],
    uses: 0,
    outer: scope.around,
    sources: new Map(),
    indexes: new Map(),
  };
  const run = (row: Row): { columns: readonly Column[]; rows: readonly Row[] } => {
    around.row = row;
    const { columns, rows } = scope.run(query, around);
    return { columns, rows: [...rows] };
  };
  const { columns, rows } = run([]);
  const isUsed = around.uses > 0;
  return {
    columns,
    constant: isUsed ? undefined : rows,
    rows: isUsed ? (row) => run(row).rows : () => rows,
  };
}
