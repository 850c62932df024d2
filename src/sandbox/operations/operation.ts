/** What every operation of the service is given and gives back. */
import type { FaultBoard } from '../faults/faultBoard.ts';
import type { FaultRule } from '../faults/kinds.ts';
import type { Note } from '../message/decode.ts';
import type { Fault } from '../message/fault.ts';
import type { ApiStruct } from '../message/value.ts';
import type { Account } from '../org/account.ts';
import type { Org } from '../org/org.ts';
import type { User } from '../org/user.ts';
import type { Trap } from '../traps/traps.ts';
import type { Continuations } from '../retrieve/continuations.ts';

/** One call of an operation. */
export interface Call {
  readonly org: Org;
  readonly continuations: Continuations;
  /** The account of the token. */
  readonly account: Account;
  /** What the token allows. */
  readonly scopes: ReadonlySet<string>;
  /** The user who signed in; undefined for a package that acts by itself. */
  readonly user: User | undefined;
  /** The message, decoded. */
  readonly message: ApiStruct;
  /** The moment of the call: everything in one call happens at once. */
  readonly now: number;
  /** The identifier that the answer carries. */
  readonly requestId: string;
  /** Notes an objection for the journal. */
  readonly note: Note;
  /** Tells of a trap of the service that the call falls into. */
  readonly trap: Trap;
  /** The faults in force. */
  readonly faults: FaultBoard;
  /** The ordered fault that refuses the next object of the call, if one does. */
  readonly struckObject: () => FaultRule | undefined;
  /** Counts an object with this CorrelationID that was written or performed. */
  readonly done: (correlationId: string) => void;
}

export interface Answer {
  /** The answer's message: an ApiStruct of its type, or its XML in pieces, made while they are sent. */
  readonly message: ApiStruct | Iterable<Buffer>;
  /** OverallStatus, for the journal. */
  readonly outcome: string;
  /** The type of object that the call was about. */
  readonly objectType?: string;
}

export interface OperationHandler {
  readonly name: string;
  /** True for operations that change the org. */
  readonly changes?: true;
  run(call: Call): Answer | Fault;
}
