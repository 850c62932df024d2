/** What came of one object of a write: a value, good or bad. */
import type { ApiStruct, MemberInput } from '../message/value.ts';

export interface Outcome {
  readonly ok: boolean;
  readonly message: string;
  readonly errorCode?: number;
  /** The number of a new object; objects that have a GUID alone have none. */
  readonly newId?: number;
  /** The GUID of a new object. */
  readonly newObjectId?: string;
  /** What `Object` in the result shows; undefined where the service leaves it out. */
  readonly echo?: ApiStruct;
  /** A special class of result. */
  readonly resultType?: string;
  /** The OverallStatus of a call with this object alone, where it says more than the results do (recorded). */
  readonly overall?: string;
  /** Members that only the special class has. */
  readonly members?: Readonly<Record<string, MemberInput>>;
}

/** What came of performing an action on one object. */
export interface Performed extends Outcome {
  /** True for results that show neither their place nor a task (recorded for automations). */
  readonly isBare?: true;
  /** The task that was started. */
  readonly task?: { readonly message: string; readonly id?: number; readonly objectId?: string };
}

/** A failure. `echo` is what the result shows as its object. */
export function refused(errorCode: number, message: string, echo?: ApiStruct): Outcome {
  return { ok: false, errorCode, message, ...(echo === undefined ? {} : { echo }) };
}

/** A copy of what was sent with some members put in or, when undefined, taken out. */
export function echoOf(object: ApiStruct, members: Readonly<Record<string, MemberInput>> = {}): ApiStruct {
  const echo = object.copy();
  for (const [name, value] of Object.entries(members)) echo.set(name, value);
  return echo;
}
