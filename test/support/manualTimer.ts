/** Time for tests: nothing waits for a clock. */
import type { Timer } from '../../src/soap/flow/timer.ts';

/** Time that goes on only when the test says so. */
export class ManualTimer implements Timer {
  private time = 0;
  private readonly alarms = new Set<{ at: number; callback: () => void }>();

  now(): number {
    return this.time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const alarm = { at: this.time + milliseconds, callback };
    this.alarms.add(alarm);
    return () => this.alarms.delete(alarm);
  }

  /** Alarms that have not gone off. */
  get pending(): number {
    return this.alarms.size;
  }

  /** Lets time go by, alarm by alarm, and whatever each of them starts. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      await settle();
      const [next] = [...this.alarms].sort((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      this.alarms.delete(next);
      this.time = next.at;
      next.callback();
    }
    this.time = end;
    await settle();
  }
}

/** Time that goes on as it does, and jumps to whatever is waited for; it keeps what was. */
export class HurriedTimer implements Timer {
  readonly waits: number[] = [];
  private jumped = 0;

  now(): number {
    return performance.now() + this.jumped;
  }

  after(milliseconds: number, callback: () => void): () => void {
    this.waits.push(milliseconds);
    const immediate = setImmediate(() => {
      this.jumped += milliseconds;
      callback();
    });
    return () => clearImmediate(immediate);
  }
}

/** Everything that is ready to go on does so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
