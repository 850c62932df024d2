/** Why a query cannot be run. */
export class SqlProblem extends Error {
  /** True when the query may be right, and the sandbox does not understand that much SQL. */
  readonly isBeyond: boolean;

  constructor(message: string, isBeyond = false) {
    super(message);
    this.name = 'SqlProblem';
    this.isBeyond = isBeyond;
  }
}

/** What the real service takes and the sandbox does not. */
export function beyond(what: string): SqlProblem {
  return new SqlProblem(`The sandbox does not understand ${what}; the real service does.`, true);
}

/** In the words of SQL Server. */
export function tooDeep(): SqlProblem {
  return new SqlProblem(
    'Some part of your SQL statement is nested too deeply. Rewrite the query or break it up into smaller queries.',
  );
}
