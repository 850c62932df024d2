/** Makes the sends that people start: how long they wait, how fast they go, and what they do to their subscribers. */
import type { Org } from '../org/org.ts';
import type { Send } from '../org/sends/send.ts';
import { planAftermath } from './aftermath.ts';

/** How many messages a second a started send sends, and how long it takes at least. */
const messagesPerSecond = 60;
const shortest = 20_000;

/** How long a started send waits before its first message. */
export const queueing = 5000;

/** What a send is, before it has a place in the log and a pace. */
export type SendToMake = Pick<
  Send,
  | 'mid'
  | 'definition'
  | 'email'
  | 'subject'
  | 'fromName'
  | 'fromAddress'
  | 'audience'
  | 'isMultipart'
  | 'listIds'
>;

/** Puts a send in the log; it goes out from `startsAt` on. */
export function makeSend(
  org: Org,
  send: SendToMake,
  { now, startsAt }: { readonly now: number; readonly startsAt: number },
): Send {
  const made = org.sends.add({
    ...send,
    objectId: org.random.guid(),
    createdAt: now,
    startsAt,
    duration: Math.max(shortest, (send.audience.size / messagesPerSecond) * 1000),
    failsAt: undefined,
    seed: org.random.integer(),
  });
  planAftermath(org, made);
  return made;
}
