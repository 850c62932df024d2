/** A world around a send monitor whose time moves only when the test lets it. */
import assert from 'node:assert/strict';
import { SendMonitor } from '../../src/views/sends/monitor.ts';
import type { Limits } from '../../src/views/sends/learn.ts';
import type { Question } from '../../src/views/sends/poller.ts';
import type { Reading, SendEvent, WatchedSend, WatchTarget } from '../../src/views/sends/watch.ts';

export const start = Date.UTC(2026, 0, 1);

export function target(id: number, more: Partial<WatchTarget> = {}): WatchTarget {
  return { connectionId: 'c', mid: 1, where: 'Acme · UK', kind: 'send', id: String(id), ...more };
}

export function reading(id: number, numberSent: number, more: Partial<Reading> = {}): Reading {
  return {
    id: String(id),
    name: `Send ${String(id)}`,
    subject: 's',
    status: 'Sending',
    phase: 'running',
    numberSent,
    audience: 1000,
    ...more,
  };
}

type Answer = (question: Question, time: number) => readonly Reading[] | Error | Promise<readonly Reading[]>;

export class World {
  time = start;
  seen = true;
  readonly limits: Limits = { stallAfter: 300_000, giveUpAfter: 24 * 3_600_000 };
  readonly asked: { readonly at: number; readonly mid: number; readonly ids: readonly string[] }[] = [];
  readonly events: { readonly event: SendEvent; readonly send: WatchedSend }[] = [];
  answer: Answer = () => [];
  /** Called after every change. */
  changed: () => void = () => undefined;
  readonly monitor: SendMonitor;
  private timers: { readonly at: number; readonly callback: () => void }[] = [];

  constructor() {
    this.monitor = new SendMonitor({
      ask: async (question) => {
        this.asked.push({ at: this.time, mid: question.mid, ids: question.ids });
        const answer = await this.answer(question, this.time);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      now: () => this.time,
      schedule: (milliseconds, callback) => {
        const timer = { at: this.time + milliseconds, callback };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((other) => other !== timer);
        };
      },
      limits: () => this.limits,
      seen: () => this.seen,
      changed: () => this.changed(),
      happened: (event, send) => this.events.push({ event, send }),
      report: (error) => assert.fail(String(error)),
    });
  }

  /** Runs until nothing is planned or the time is over. */
  async run(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.timers.sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.timers.shift();
      // A machine that slept is late for what was planned.
      this.time = Math.max(this.time, next.at);
      next.callback();
      await settle();
    }
    this.time = end;
    await settle();
  }

  get isIdle(): boolean {
    return this.timers.length === 0;
  }

  /** What is known of the send that is watched alone. */
  get only(): WatchedSend {
    const [send] = this.monitor.sends;
    assert.ok(send !== undefined && this.monitor.sends.length === 1);
    return send;
  }
}

/** Lets everything that waits for nothing but its turn have it. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}
