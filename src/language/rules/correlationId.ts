/** F1: a CorrelationID tells a repeated call from a new one, so a new call has a new one. */
import type { Rule } from './rule.ts';
import { valueOf } from '../subject/elements.ts';

export const correlationId: Rule = {
  code: 'correlation-id',
  rows: ['F1'],
  title: 'A CorrelationID is new for each call',
  severity: 'information',
  checkPart: (subject) =>
    subject.elements
      .filter(({ name, parent }) => name === 'CorrelationID' && parent !== undefined)
      .map(({ element }) => valueOf(element))
      .filter(({ text, isDynamic }) => text !== '' && !isDynamic)
      .map(({ range }) => ({
        message:
          'Every run of this request carries the same CorrelationID, so the service can take the second one for a repeat of the first. Leave it out, and each call is given its own, which its retries keep.',
        range,
        fixes: () => [{ title: 'Make it new each time', edits: [{ range, newText: '{{$guid}}' }] }],
      })),
};
