/** B9, C6: no more objects in a call than the service level allows. */
import { asynchronousFix } from '../edits/asynchronous.ts';
import { inGroupsOf, splitFix } from '../edits/split.ts';
import { objectsPerCall, subscribersPerCall } from '../limits.ts';
import type { RuleFinding, Rule, RuleContext } from './rule.ts';
import type { Subject } from '../subject/subject.ts';
import { sendSubscribers } from '../subject/triggeredSends.ts';

export const batchSize: Rule = {
  code: 'batch-size',
  rows: ['B9', 'C6'],
  title: 'At most 50 objects in a synchronous call, 100 in an asynchronous one',
  severity: 'warning',
  // With # @batch the request is cut when it is sent.
  check: (subject, context) =>
    subject.directive('batch') === undefined
      ? [...tooManyObjects(subject, context), ...tooManySubscribers(subject)]
      : [],
};

function kindOf({ isAsynchronous }: Subject): 'asynchronous' | 'synchronous' {
  return isAsynchronous ? 'asynchronous' : 'synchronous';
}

function tooManyObjects(subject: Subject, { catalogue }: RuleContext): RuleFinding[] {
  const { objects, message, isAsynchronous } = subject;
  const kind = kindOf(subject);
  const most = objectsPerCall[kind];
  if (objects.length <= most) return [];
  const queueTakesAll = !isAsynchronous && objects.length <= objectsPerCall.asynchronous;
  return [
    {
      message: `This call carries ${String(objects.length)} objects; a${kind === 'synchronous' ? '' : 'n'} ${kind} call takes at most ${String(most)}.`,
      range: message.nameRange,
      fixes: () => [
        ...splitFix(subject, inGroupsOf(most, objects)),
        ...(queueTakesAll ? [asynchronousFix(subject, catalogue)] : []),
      ],
    },
  ];
}

function tooManySubscribers(subject: Subject): RuleFinding[] {
  const kind = kindOf(subject);
  const subscribers = sendSubscribers(subject);
  const limit = subscribersPerCall[kind];
  const over = subscribers[limit - 1];
  if (over === undefined) return [];
  return [
    {
      message: `This call sends to ${String(subscribers.length)} subscribers; a${kind === 'synchronous' ? '' : 'n'} ${kind} call that triggers sends takes fewer than ${String(limit)}.`,
      range: over.nameRange,
    },
  ];
}
