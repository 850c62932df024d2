/** What a send does to its subscribers: who leaves by it is unsubscribed, and whose address is dead is bounced. */
import type { Org } from '../org/org.ts';
import { reactionTime, type Reaction } from '../org/sends/behaviour.ts';
import { progressOf, type Send } from '../org/sends/send.ts';

const statuses: readonly (readonly [reaction: Reaction, status: string])[] = [
  ['hardBounce', 'Bounced'],
  ['unsubscribe', 'Unsubscribed'],
];

/** A send that is not over when it should be is looked at again after this time, and so often at most. */
const interval = 10 * 60_000;
const mostLooks = 1000;

/** Lets a send that was just made have its aftermath. */
export function planAftermath(org: Org, send: Send): void {
  look(org, send, send.startsAt + send.duration, mostLooks);
}

/** Only what a send has come to tells when its reactions are: it may have been paused or canceled. */
function look(org: Org, send: Send, at: number, looks: number): void {
  org.plan({
    at,
    work: (now) => {
      const { status, sent } = progressOf(send, now);
      const isOver = !['Scheduled', 'Sending', 'Paused'].includes(status);
      if (isOver) planReactions(org, send, sent);
      else if (looks > 0) look(org, send, now + interval, looks - 1);
    },
  });
}

function planReactions(org: Org, send: Send, sent: number): void {
  for (let index = 0; index < sent; index++) {
    for (const [reaction, status] of statuses) {
      const at = reactionTime(send, reaction, index);
      const key = send.audience.keyAt(index);
      if (at !== undefined) org.plan({ at, work: (now) => changeStatus(org, send, { key, status, now }) });
    }
  }
}

/** Recipients who are no subscribers, such as people of a data extension alone, have no status to change. */
function changeStatus(
  org: Org,
  { mid }: Send,
  { key, status, now }: { readonly key: string; readonly status: string; readonly now: number },
): void {
  const subscriber = org.subscribers.find(mid, 'key', key);
  if (subscriber?.status !== 'Active') return;
  subscriber.status = status;
  if (status === 'Unsubscribed') subscriber.unsubscribedAt = now;
}
