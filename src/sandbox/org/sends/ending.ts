/** Waits for the end of a send. */
import type { Org } from '../org.ts';
import { endOf, progressOf, type Send, type SendStatus } from './send.ts';

/** Told once of how a send has ended, and when. */
export type Ended = (status: SendStatus, at: number) => void;

const ends: readonly SendStatus[] = ['Complete', 'Canceled', 'Error'];

/** Calls back when a send is complete, was canceled or has failed. One that is paused is waited for until it goes on. */
export function whenSendEnds(org: Org, send: Send, ended: Ended): void {
  let isOver = false;
  let takeBack = (): void => undefined;
  const look = (now: number): void => {
    takeBack();
    if (isOver) return;
    const { status } = progressOf(send, now);
    if (ends.includes(status)) {
      isOver = true;
      ended(status, now);
      return;
    }
    const at = endOf(send);
    takeBack = Number.isFinite(at) ? org.plan({ at: Math.max(at, now + 1), work: look }) : () => undefined;
  };
  org.sends.onOrder(send, (at) => {
    takeBack();
    takeBack = org.plan({ at, work: look });
  });
  takeBack = org.plan({ at: endOf(send), work: look });
}
