/** B2: bulk writes go to the service's queue. */
import { asynchronousFix } from '../edits/asynchronous.ts';
import { bulkObjects } from '../limits.ts';
import type { Rule } from './rule.ts';
import { triggeredSends } from '../subject/triggeredSends.ts';

export const preferAsync: Rule = {
  code: 'prefer-async',
  rows: ['B2'],
  title: 'Bulk writes are asynchronous',
  severity: 'hint',
  check: (subject, { catalogue }) => {
    const { isWrite, isAsynchronous, mode, objects, message } = subject;
    // A hybrid call ends in the queue by itself; triggered sends have a rule of their own.
    if (!isWrite || isAsynchronous || mode === 'hybrid' || triggeredSends(subject).length > 0) return [];
    if (objects.length < bulkObjects) return [];
    return [
      {
        message: `This call waits while ${String(objects.length)} objects are written. An asynchronous call returns at once, keeps the order of a conversation, and is not run twice when the connection breaks.`,
        range: message.nameRange,
        fixes: () => [asynchronousFix(subject, catalogue)],
      },
    ];
  },
};
