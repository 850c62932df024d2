/** What a request of Execute is given and gives back. */
import type { Note } from '../../message/decode.ts';
import type { Account } from '../../org/account.ts';
import type { Org } from '../../org/org.ts';
import { refused, type Outcome } from '../outcome.ts';

export interface ExecuteRequest {
  readonly org: Org;
  readonly account: Account;
  readonly now: number;
  readonly note: Note;
  /** The value of a parameter; names are compared without regard to case. Undefined when it is missing or empty. */
  readonly parameter: (name: string) => string | undefined;
}

export type ExecuteMethod = (request: ExecuteRequest) => Outcome;

/** The refusal of a request that has no usable parameter (documented code). */
export const noParameters = refused(402, 'The request has no usable parameters.');
