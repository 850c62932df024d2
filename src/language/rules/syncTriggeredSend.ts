/** B12: triggered sends to many go to the service's queue. */
import { asynchronousFix } from '../edits/asynchronous.ts';
import { bulkObjects } from '../limits.ts';
import type { Rule } from './rule.ts';
import { sendSubscribers } from '../subject/triggeredSends.ts';

export const syncTriggeredSend: Rule = {
  code: 'sync-triggered-send',
  rows: ['B12'],
  title: 'Triggered sends to many are asynchronous',
  severity: 'warning',
  check: (subject, { catalogue }) => {
    if (subject.isAsynchronous || subject.mode === 'hybrid') return [];
    const { length } = sendSubscribers(subject);
    if (length < bulkObjects) return [];
    return [
      {
        message: `This sends to ${String(length)} subscribers while the caller waits. Triggered sends in volume belong in the queue: make the call asynchronous, or write # @mode hybrid to try it at once first.`,
        range: subject.message.nameRange,
        fixes: () => [asynchronousFix(subject, catalogue)],
      },
    ];
  },
};
