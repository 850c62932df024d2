/** What an API object of the sandbox can do: one such description in each file of this folder. */
import type { ObjectMethod } from '../../catalogue/index.ts';
import type { Note } from '../message/decode.ts';
import type { ApiStruct } from '../message/value.ts';
import type { Account } from '../org/account.ts';
import type { Org } from '../org/org.ts';
import type { Trap } from '../traps/traps.ts';
import type { Rows } from '../retrieve/rows.ts';
import type { Outcome, Performed } from './outcome.ts';

/** What a retrieve is about. */
export interface RetrieveScope {
  readonly org: Org;
  /** The account of the token. */
  readonly caller: Account;
  /** The accounts whose data is wanted. */
  readonly accounts: readonly Account[];
  /** True when the call asks for the data of every account that it can see. */
  readonly allAccounts: boolean;
  /** What stands in brackets after the object type: `DataExtensionObject[key]`. */
  readonly argument: string | undefined;
  /** The values that the filter allows a property to have, where it names them: what else there is need not be looked at. */
  readonly only: (property: string) => readonly string[] | undefined;
  /** Whether the filter has a condition on this property. */
  readonly filtersBy: (property: string) => boolean;
  readonly trap: Trap;
  /** The moment of the first page: later pages show the same moment. */
  readonly now: number;
}

/** One object of a create, update, delete or perform. */
export interface Write {
  readonly org: Org;
  /** The account of the token. */
  readonly caller: Account;
  /** The account in which to write. */
  readonly account: Account;
  readonly object: ApiStruct;
  /** How to treat what is there already or is not there: the SaveAction for all properties. */
  readonly saveAction: string | undefined;
  readonly now: number;
  readonly note: Note;
  readonly trap: Trap;
}

/** What a method of an object answers to one object. */
export type WriteMethod = (write: Write) => Outcome;

/** What an action of Perform answers to one object. */
export type PerformMethod = (write: Write) => Performed;

/** What a schedule does ahead of the moment `at`; by then the schedule may not be in force any more. */
export type Prepare = (write: Write, at: number, isInForce: () => boolean) => Performed;

export interface ApiObject {
  /** The name of the type. */
  readonly type: string;
  /** The methods by which a business unit may name the enterprise as the account: for what is shared with it. */
  readonly reachesShared?: readonly ObjectMethod[];
  /** The rows that a retrieve can go through; a sentence when it is refused. */
  retrieve?(scope: RetrieveScope): Rows | string;
  readonly create?: WriteMethod;
  /** Makes one for a seed, where no caller can create any: people do so in the web application. */
  readonly seed?: WriteMethod;
  readonly update?: WriteMethod;
  readonly delete?: WriteMethod;
  /**
   * What a schedule does ahead of each moment at which the object comes due; without it, the object is started at that
   * moment.
   */
  readonly prepare?: Prepare;
  /** The ObjectID of what an object names; undefined when it is not there. */
  readonly identify?: (write: Write) => string | undefined;
  /** The message of a schedule that was started, where it is not the usual one. */
  readonly scheduled?: string;
  /** Actions of Schedule besides `start` and `stop`, their names in lower case. */
  readonly scheduleActions?: Readonly<Record<string, PerformMethod>>;
  /** The actions of Configure, their names in lower case. */
  readonly configurations?: Readonly<Record<string, WriteMethod>>;
  /** The actions of Perform, their names in lower case: the service does not mind the case. */
  readonly actions?: Readonly<Record<string, PerformMethod>>;
}
