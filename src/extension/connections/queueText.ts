/** What the status bar says of requests that wait. */
import * as l10n from '@vscode/l10n';
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
  const counts =
    running === 1
      ? l10n.t('1 request under way, {0} in the queue.', waiting)
      : l10n.t('{0} requests under way, {1} in the queue.', running, waiting);
  return {
    text: `$(${isPaused ? 'debug-pause' : 'sync~spin'}) ${l10n.t('{0} waiting', waiting)}`,
    tooltip: isPaused
      ? l10n.t('Marketing Cloud asks for fewer calls, so the others wait a little. {0}', counts)
      : l10n.t('Marketing Cloud: {0}', counts),
  };
}
