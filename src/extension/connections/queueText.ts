/** What the status bar says of requests that wait. */
import type { QueueState } from '../../soap/index.ts';

export function queueText(states: readonly QueueState[]): {
  readonly text: string;
  readonly tooltip: string;
} {
  const sum = (value: (state: QueueState) => number): number =>
    states.reduce((total, state) => total + value(state), 0);
  const waiting = sum((state) => state.waiting);
  const running = sum((state) => state.running);
  const isPaused = states.some(({ paused }) => paused);
  const counts = `${count(running)} under way, ${String(waiting)} in the queue.`;
  return {
    text: `$(${isPaused ? 'debug-pause' : 'sync~spin'}) ${String(waiting)} waiting`,
    tooltip: isPaused
      ? `Marketing Cloud asks for fewer calls, so the others wait a little. ${counts}`
      : `Marketing Cloud: ${counts}`,
  };
}

function count(requests: number): string {
  return `${String(requests)} request${requests === 1 ? '' : 's'}`;
}
