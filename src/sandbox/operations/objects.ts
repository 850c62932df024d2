/** What the operations on a list of objects share: whose each object is, what refuses it, and how results are put. */
import { shippedCatalogue as catalogue, type ObjectMethod } from '../../catalogue/index.ts';
import { ApiStruct, type ApiValue, type MemberInput } from '../message/value.ts';
import type { Write } from '../objects/apiObject.ts';
import { refused, type Outcome } from '../objects/outcome.ts';
import { objectNamed } from '../objects/index.ts';
import { reaches, type Account } from '../org/account.ts';
import { permissionFailed, scopeFor } from './permissions.ts';
import { LoudTrap } from '../traps/traps.ts';
import type { Call } from './operation.ts';

/** How many objects a synchronous call should have at most (documented). */
const mostTogether = 50;

function isQueued({ message }: Call): boolean {
  return message.struct('Options')?.text('RequestType') === 'Asynchronous';
}

/** Does something to every object of a call in turn; one that fails does not stop the others (documented). */
export function eachObject<Result extends Outcome>(
  call: Call,
  { method, objects }: { readonly method: ObjectMethod; readonly objects: readonly ApiValue[] },
  work: (write: Write) => Result,
): readonly (Result | Outcome)[] {
  if (objects.length > mostTogether && !isQueued(call)) {
    call.trap('many-objects', `The call has ${String(objects.length)} objects.`);
  }
  return objects.map((object, ordinal) => {
    if (!(object instanceof ApiStruct)) return refused(6, `The object at index ${String(ordinal)} is null.`);
    const outcome = allowed(call, method, object) ?? workOn(call, method, { object, work });
    const correlationId = object.text('CorrelationID', '');
    if (outcome.ok && correlationId !== '') call.done(correlationId);
    return outcome;
  });
}

/** The refusal of an object that the token has no scope for. Its text is recorded in part, its code inferred. */
function allowed({ scopes }: Call, method: ObjectMethod, object: ApiStruct): Outcome | undefined {
  const scope = scopeFor(method, object.type);
  return scope === undefined || scopes.has(scope) ? undefined : refused(11, permissionFailed(scope), object);
}

function workOn<Result extends Outcome>(
  call: Call,
  method: ObjectMethod,
  { object, work }: { readonly object: ApiStruct; readonly work: (write: Write) => Result },
): Result | Outcome {
  const ordered = call.struckObject();
  if (ordered !== undefined) {
    return refused(ordered.errorCode ?? 2, ordered.message ?? 'An error that was ordered.', object);
  }
  const write = writeOf(call, method, object);
  // Inferred: the documentation has no code for an account out of reach but this one, of another call.
  if (write === undefined) return refused(4, 'The account of the object cannot be accessed.', object);
  try {
    noteTraps(call, object);
    return work(write);
  } catch (error) {
    if (error instanceof LoudTrap) return refused(2, error.message, object);
    throw error;
  }
}

/** The traps that any object can fall into. */
function noteTraps({ trap }: Call, object: ApiStruct): void {
  const key = object.text('CustomerKey', '');
  if (key.length > 36) trap('long-key', `The CustomerKey "${key}" has ${String(key.length)} characters.`);
}

/** An object belongs to the account it names, else to the one that the options name, else to the token's. */
function writeOf(call: Call, method: ObjectMethod, object: ApiStruct): Write | undefined {
  const { org, account: caller, now, note, trap } = call;
  const options = call.message.struct('Options');
  const mid = object.path('Client.ID') ?? options?.path('Client.ID');
  const account = mid === undefined ? caller : org.account(Number(mid));
  if (account === undefined || !mayName(caller, account, { method, type: object.type })) return undefined;
  return { org, caller, account, object, saveAction: saveActionOf(options, object), now, note, trap };
}

/** True when a call under the token of an account may name another: one that it reaches, or that shares with it. */
export function mayName(
  caller: Account,
  account: Account,
  { method, type }: { readonly method: ObjectMethod; readonly type: string },
): boolean {
  const isShared = account === caller.parent && objectNamed(type)?.reachesShared?.includes(method) === true;
  return isShared || reaches(caller, account);
}

function saveActionOf(options: ApiStruct | undefined, object: ApiStruct): string | undefined {
  const saves = options?.struct('SaveOptions')?.structs('SaveOption') ?? [];
  return saves.find((save) => ['*', object.type].includes(save.text('PropertyName', '')))?.text('SaveAction');
}

/**
 * The refusal of an object that a method does not take. The codes are documented, the words inferred: 5 where the
 * service has the object and not this method for it, 8 where the type is unknown or the sandbox does not simulate it.
 */
export function methodRefused(
  method: ObjectMethod,
  { object, note }: Pick<Write, 'object' | 'note'>,
): Outcome {
  const fact = catalogue.object(object.type)?.methods[method];
  if (fact?.supported === false) {
    return refused(5, `Cannot perform ${method} on objects of type ${object.type}.`, object);
  }
  if (fact !== undefined) note(`The sandbox does not simulate ${method} of ${object.type}.`);
  return refused(8, `${method} does not support APIObject of type ${object.type}.`, object);
}

/** OverallStatus of so many outcomes; `Has Errors` is how a mixed one was recorded. */
export function overallStatus(outcomes: readonly Outcome[]): string {
  const [only] = outcomes;
  if (only?.overall !== undefined && outcomes.length === 1) return only.overall;
  if (outcomes.every((outcome) => outcome.ok)) return 'OK';
  return outcomes.some((outcome) => outcome.ok) ? 'Has Errors' : 'Error';
}

/** The members that every result has. */
export function resultMembers(outcome: Outcome, ordinal: number): Readonly<Record<string, MemberInput>> {
  return {
    StatusCode: outcome.ok ? 'OK' : 'Error',
    StatusMessage: outcome.message,
    OrdinalID: ordinal,
    ErrorCode: outcome.errorCode,
    Object: outcome.echo,
    ...outcome.members,
  };
}

/** The type of the first object of a call, for the journal. */
export function firstType(objects: readonly ApiValue[]): string | undefined {
  return objects.find((object) => object instanceof ApiStruct)?.type;
}
