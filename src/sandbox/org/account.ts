/** Accounts: the enterprise and its business units. */

export interface Account {
  /** The member ID by which everything refers to it. */
  readonly mid: number;
  readonly name: string;
  readonly key: string;
  readonly description: string;
  /** The enterprise of a business unit; undefined for the enterprise itself. */
  readonly parent: Account | undefined;
  readonly email: string;
  readonly fromName: string;
  readonly city: string;
  readonly country: string;
  /** An ISO language and country, `en-GB`. */
  readonly locale: string;
  readonly createdAt: number;
}

/** True when a token of `from` may act in `target`: its own account, or a child of its own (documented). */
export function reaches(from: Account, target: Account): boolean {
  return target === from || target.parent === from;
}
