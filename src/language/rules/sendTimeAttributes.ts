/** B14: what a send should remember goes to the send log, not through attributes of send time. */
import type { RuleFinding, Rule } from './rule.ts';
import { child, textAt } from '../subject/elements.ts';
import type { Subject } from '../subject/subject.ts';
import { triggeredSends } from '../subject/triggeredSends.ts';

export const sendTimeAttributes: Rule = {
  code: 'send-time-attributes',
  rows: ['B14'],
  title: 'Send logging instead of attributes of send time',
  severity: 'information',
  checkPart: (subject) => [...handedOver(subject), ...defined(subject)],
};

/** Attributes of the send itself; those of its subscribers are their data. */
function handedOver(subject: Subject): RuleFinding[] {
  return triggeredSends(subject)
    .flatMap((send) => child(send, 'Attributes') ?? [])
    .map(({ nameRange }) => ({
      message:
        'These attributes exist at send time only. What is to be known of the send later is better written by send logging.',
      range: nameRange,
    }));
}

/** A profile attribute that is made for send time. */
function defined(subject: Subject): RuleFinding[] {
  return subject.elements
    .filter(({ name, parent }) => name === 'IsSendTime' && parent?.type !== undefined)
    .filter(({ parent }) => parent !== undefined && textAt(parent.element, 'IsSendTime') === 'true')
    .map(({ element }) => ({
      message:
        'This makes an attribute of send time. Where possible, let send logging keep what a send used instead.',
      range: element.nameRange,
    }));
}
