/** The common course of Create, Update and Delete. */
import { ApiStruct } from '../message/value.ts';
import type { Write, WriteMethod } from '../objects/apiObject.ts';
import { objectNamed } from '../objects/index.ts';
import type { Outcome } from '../objects/outcome.ts';
import { soonOrLater } from './asynchronous.ts';
import { eachObject, firstType, methodRefused, overallStatus, resultMembers } from './objects.ts';
import type { Answer, Call, OperationHandler } from './operation.ts';

const methods = { Create: 'create', Update: 'update', Delete: 'delete' } as const;

/** The operation of this name. More than 50 objects in a call are taken: the documented limit is a soft one. */
export function writeOperation(name: keyof typeof methods): OperationHandler {
  return { name, changes: true, run: (call) => run(name, call) };
}

function run(name: keyof typeof methods, call: Call): Answer {
  const objects = call.message.all('Objects');
  const outcomes = soonOrLater(
    call,
    { operation: name, objects, result: ['Results', resultOf.bind(undefined, name)] },
    (now) => eachObject(now, { method: name, objects }, (write) => writeOne(name, write)),
  );
  const outcome = overallStatus(outcomes);
  const message = new ApiStruct(`/${name}Response`, {
    Results: outcomes.map((each, ordinal) => resultOf(name, each, ordinal)),
    RequestID: call.requestId,
    OverallStatus: outcome,
  });
  const objectType = firstType(objects);
  return { outcome, message, ...(objectType === undefined ? {} : { objectType }) };
}

function writeOne(name: keyof typeof methods, write: Write): Outcome {
  const method: WriteMethod | undefined = objectNamed(write.object.type)?.[methods[name]];
  return method === undefined ? methodRefused(name, write) : method(write);
}

/** New objects have a number or 0 in NewID, always; objects with a GUID have that too (recorded). */
function resultOf(name: string, outcome: Outcome, ordinal: number): ApiStruct {
  return new ApiStruct(outcome.resultType ?? `${name}Result`, {
    ...resultMembers(outcome, ordinal),
    ...(name === 'Create' ? { NewID: outcome.newId ?? 0, NewObjectID: outcome.newObjectId } : {}),
  });
}
