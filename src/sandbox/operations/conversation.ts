/**
 * Conversations: calls that belong together. They wait for each other, run in the order of their SequenceCode, and
 * once one has failed those after it fail too (documented).
 */
import type { ApiStruct } from '../message/value.ts';
import { refused, type Outcome } from '../objects/outcome.ts';
import type { Conversation, Part } from '../org/asyncLog.ts';
import type { Call } from './operation.ts';

/** A call that waits for its turn. */
export type Turn = Part;

/** Longer between two parts ends a conversation in error (documented). */
const longestGap = 5 * 60_000;

/** The code of errors that nobody has foreseen (documented). */
const unexpected = 2;

/** Lets a call wait for its turn, alone or in a conversation; says why when its conversation does not take it. */
export function joinConversation(call: Call, options: ApiStruct, turn: Turn): Outcome | undefined {
  const { org, account, now } = call;
  const id = options.text('ConversationID', '');
  const [sequence, calls] = [options.number('SequenceCode'), options.number('CallsInConversation')];
  const problem = numbersProblem(id, sequence, calls);
  if (problem !== undefined) return problem;
  if (id === '') {
    org.plan({
      at: turn.dueAt,
      work: turn.run,
      failed: (at, reason) => turn.fail(at, unexpected, reason),
    });
    return undefined;
  }
  const known = org.asyncRequests.conversation(account.mid, id);
  const conversation: Conversation = known ?? {
    calls: calls ?? 1,
    parts: new Map(),
    lastAt: now,
    state: 'open',
  };
  const refusal =
    known === undefined ? undefined : refusalOf(known, { sequence: sequence ?? 1, calls: calls ?? 1, now });
  if (refusal !== undefined) return refusal;
  if (known === undefined) org.asyncRequests.begin(account.mid, id, conversation);
  conversation.parts.set(sequence ?? 1, turn);
  conversation.lastAt = now;
  if (conversation.parts.size === conversation.calls) start(call, conversation);
  else org.plan({ at: now + longestGap + 1, work: (at) => timeOut(conversation, at) });
  return undefined;
}

function numbersProblem(id: string, sequence?: number, calls?: number): Outcome | undefined {
  if (sequence === undefined && calls === undefined) return undefined;
  if (id === '') return refused(207, 'ConversationID is missing.');
  if (sequence === undefined) return refused(202, 'SequenceCode is missing.');
  if (calls === undefined) return refused(208, 'CallsInConversation is missing.');
  if (calls < 1) return refused(206, 'CallsInConversation must be positive.');
  return sequence < 1 || sequence > calls
    ? refused(205, `SequenceCode must be from 1 to ${String(calls)}.`)
    : undefined;
}

function refusalOf(
  conversation: Conversation,
  { sequence, calls, now }: { readonly sequence: number; readonly calls: number; readonly now: number },
): Outcome | undefined {
  if (conversation.state === 'failed')
    return refused(213, 'The conversation is in error and takes no more calls.');
  if (conversation.state === 'closed') return refused(211, 'The ConversationID was used before.');
  if (conversation.calls !== calls) {
    fail(conversation, now, 200, 'CallsInConversation differs from that of earlier calls.');
    return refused(200, 'CallsInConversation differs from that of earlier calls.');
  }
  if (!conversation.parts.has(sequence)) return undefined;
  fail(conversation, now, 214, 'A SequenceCode was used twice.');
  return refused(214, 'The SequenceCode was used before.');
}

/** All parts are there: each runs when it and all before it are due. */
function start({ org }: Call, conversation: Conversation): void {
  conversation.state = 'closed';
  const turns = [...conversation.parts].sort(([a], [b]) => a - b).map(([, turn]) => turn);
  let isFine = true;
  let at = 0;
  for (const turn of turns) {
    at = Math.max(at, turn.dueAt);
    org.plan({
      at,
      work: (moment) => {
        if (isFine) isFine = turn.run(moment);
        else turn.fail(moment, 212, 'An earlier call of the conversation failed.');
      },
      failed: (moment, reason) => {
        isFine = false;
        turn.fail(moment, unexpected, reason);
      },
    });
  }
}

function timeOut(conversation: Conversation, at: number): void {
  if (conversation.state === 'open' && at - conversation.lastAt > longestGap) {
    fail(conversation, at, 203, 'The conversation waited too long for its next call.');
  }
}

function fail(conversation: Conversation, at: number, code: number, text: string): void {
  conversation.state = 'failed';
  for (const turn of conversation.parts.values()) turn.fail(at, code, text);
}
