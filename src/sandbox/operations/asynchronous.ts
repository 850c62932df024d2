/**
 * Asynchronous calls: they are taken in, answered at once, and done when their turn comes. Codes, waiting times and
 * the rules of conversations are documented; the texts are inferred.
 */
import { ApiStruct, type ApiValue } from '../message/value.ts';
import { refused, type Outcome } from '../objects/outcome.ts';
import type { AsyncItem, AsyncRequest } from '../org/asyncLog.ts';
import { isLoopback } from '../loopback.ts';
import { encode } from '../message/encode.ts';
import { parseDateTime } from '../serverTime.ts';
import { callBack, wishesOf } from './callbacks.ts';
import { joinConversation, type Turn } from './conversation.ts';
import { overallStatus } from './objects.ts';
import type { Call } from './operation.ts';

const minute = 60_000;
const mostObjects = 32_766;
const furthestAhead = 30 * 24 * 60 * minute;

interface Task {
  readonly operation: string;
  readonly objects: readonly ApiValue[];
  /** What an answer has for an outcome, and the name of its element. */
  readonly result: readonly [element: string, of: (outcome: Outcome, ordinal: number) => ApiStruct];
}

/** Does the work of a call at once, or takes it in for later when its options want that. */
export function soonOrLater<Result extends Outcome>(
  call: Call,
  task: Task,
  work: (call: Call) => readonly (Result | Outcome)[],
): readonly (Result | Outcome)[] {
  const options = call.message.struct('Options');
  const isLater = options?.text('RequestType') === 'Asynchronous';
  if (!isLater) {
    const named = options?.has('SequenceCode') === true || options?.has('CallsInConversation') === true;
    return named
      ? answerAll(task, refused(209, 'The RequestType of a conversation must be Asynchronous.'))
      : work(call);
  }
  const problem = problemOf(call, task, options);
  if (problem !== undefined) return answerAll(task, problem);
  const request = enter(call, task, options.text('ConversationID'));
  const refusal = queue(call, options, { request, task, work });
  if (refusal !== undefined) {
    finish(request, call.now, task, answerAll(task, refusal));
    return answerAll(task, refusal);
  }
  return answerAll(task, accepted(call, options));
}

/** The same for every object. A call without any is answered once. */
function answerAll({ objects }: Task, outcome: Outcome): readonly Outcome[] {
  return objects.length === 0 ? [outcome] : objects.map(() => outcome);
}

/** It says that the call was received and waits, and no more than that. */
function accepted({ requestId }: Call, options: ApiStruct): Outcome {
  const members = {
    RequestID: requestId,
    ConversationID: options.text('ConversationID'),
    RequestType: 'Asynchronous',
  };
  return { ok: true, message: 'Operation Queued', members };
}

function problemOf({ now }: Call, { objects }: Task, options: ApiStruct): Outcome | undefined {
  if (objects.length > mostObjects) {
    return refused(218, 'An asynchronous call takes fewer than 32,767 objects.');
  }
  if (momentOf(options, 'ScheduledTime', now) > now + furthestAhead) {
    return refused(226, 'ScheduledTime is more than 30 days ahead.');
  }
  const addresses = options.structs('SendResponseTo');
  const isPlain = addresses.some(
    (each) => each.text('ResponseType') === 'HTTPPost' && !isTrusted(each.text('ResponseAddress', '')),
  );
  return isPlain ? refused(227, 'The address for an HTTP post must begin with https.') : undefined;
}

/** The service calls https alone; the sandbox calls this machine by http too, or no test could listen to it. */
function isTrusted(address: string): boolean {
  return /^https:/i.test(address) || (/^http:/i.test(address) && isLoopback(address));
}

function momentOf(options: ApiStruct, member: string, fallback: number): number {
  return parseDateTime(options.text(member, '')) ?? fallback;
}

function enter({ org, account, now, requestId, note, message }: Call, task: Task, id?: string): AsyncRequest {
  const options = message.struct('Options');
  const wishes = wishesOf(options);
  if (wishes.some(({ address }) => /^http:/i.test(address))) {
    note('The real service calls back by https alone; the sandbox calls this machine by http as well.');
  }
  return org.asyncRequests.add({
    mid: account.mid,
    requestId,
    conversationId: id,
    sequence: options?.number('SequenceCode'),
    calls: options?.number('CallsInConversation'),
    wishes,
    operation: task.operation,
    receivedAt: now,
    status: 'Queued',
    completedAt: undefined,
    overallStatus: '',
    message: '',
    errorCode: undefined,
    items: [],
    details: { whole: '', bare: '' },
  });
}

interface Queued<Result extends Outcome> {
  readonly request: AsyncRequest;
  readonly task: Task;
  readonly work: (call: Call) => readonly (Result | Outcome)[];
}

/** Puts a call in its place; says why when its conversation does not take it. */
function queue<Result extends Outcome>(
  call: Call,
  options: ApiStruct,
  { request, task, work }: Queued<Result>,
): Outcome | undefined {
  const expiresAt = momentOf(options, 'RequestExpirationTime', Infinity);
  const turn: Turn = {
    dueAt: dueAt(options, call.now),
    run: (at) => {
      if (request.status !== 'Queued') return false;
      if (at > expiresAt) {
        Object.assign(request, { status: 'Expired', completedAt: at, overallStatus: 'Error' });
        callBack(call.org, request);
        return false;
      }
      // Whatever it would note, the journal's entry of the call is closed.
      const later = {
        ...call,
        now: at,
        note: () => undefined,
        trap: () => undefined,
        struckObject: () => undefined,
      };
      const isFine = finish(request, at, task, work(later));
      callBack(call.org, request);
      return isFine;
    },
    fail: (at, code, text) => {
      // One that was taken out of the queue stays so.
      if (request.status !== 'Queued') return;
      finish(request, at, task, answerAll(task, refused(code, text)));
      callBack(call.org, request);
    },
  };
  return joinConversation(call, options, turn);
}

/** High at once, Medium every minute, Low every five minutes (documented), none before its scheduled time. */
function dueAt(options: ApiStruct, now: number): number {
  const earliest = Math.max(now, momentOf(options, 'ScheduledTime', now));
  const priority = options.text('QueuePriority', 'Medium');
  if (priority === 'High') return earliest + 1000;
  const step = priority === 'Low' ? 5 * minute : minute;
  return (Math.floor(earliest / step) + 1) * step;
}

/** Enters what came of a call; true when all of it went well. */
function finish(request: AsyncRequest, at: number, task: Task, outcomes: readonly Outcome[]): boolean {
  const failed = outcomes.find((outcome) => !outcome.ok);
  request.status = failed === undefined ? 'Complete' : 'Error';
  request.completedAt = at;
  request.overallStatus = overallStatus(outcomes);
  request.message = failed?.message ?? '';
  request.errorCode = failed?.errorCode;
  request.items = outcomes.map((outcome, index) => itemOf(task.objects[index], outcome));
  request.details = request.wishes.length === 0 ? request.details : detailsOf(task, outcomes);
  return failed === undefined;
}

/** The results as an answer at once would have had them. */
function detailsOf({ result: [element, of] }: Task, outcomes: readonly Outcome[]): AsyncRequest['details'] {
  const written = (struct: ApiStruct): string => encode(element, struct, struct.type);
  const structs = outcomes.map(of);
  return {
    whole: structs.map(written).join(''),
    bare: structs.map((struct) => written(withoutObject(struct))).join(''),
  };
}

function withoutObject(struct: ApiStruct): ApiStruct {
  const copy = struct.copy();
  copy.set('Object', undefined);
  return copy;
}

function itemOf(object: ApiValue | undefined, { ok, message, errorCode }: Outcome): AsyncItem {
  const struct = object instanceof ApiStruct ? object : undefined;
  return {
    objectType: struct?.type ?? '',
    correlationId: struct?.text('CorrelationID'),
    ok,
    message,
    errorCode,
  };
}
