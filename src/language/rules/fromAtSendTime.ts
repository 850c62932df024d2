/** C10: Owner and send classification give the From name and address, not values of send time. */
import type { XmlElementNode } from '../xml/node.ts';
import type { Rule } from './rule.ts';
import { all, child, valueAt } from '../subject/elements.ts';
import type { Subject } from '../subject/subject.ts';
import { attributeGroups, triggeredSends } from '../subject/triggeredSends.ts';

const attributeName = /^_*from[ _]?(?:name|e?-?mail|addr(?:ess)?)(?:[ _]?address)?$/i;

export const fromAtSendTime: Rule = {
  code: 'from-at-send-time',
  rows: ['C10'],
  title: 'Owner and send classification give the From name and address',
  severity: 'warning',
  checkPart: (subject) =>
    [...fromAttributes(subject), ...fromProperties(subject)].map(({ nameRange }) => ({
      message:
        'The From name and address are handed over with the send. Let the send classification (through its sender profile), or the subscriber’s Owner, give them.',
      range: nameRange,
    })),
};

function fromAttributes(subject: Subject): XmlElementNode[] {
  return attributeGroups(subject)
    .flat()
    .flatMap((attribute) => valueAt(attribute, 'Name') ?? [])
    .filter(({ text }) => attributeName.test(text))
    .map(({ element }) => element);
}

/** Of a send that is created, or of the definition inside a triggered send, which is then changed for this send. */
function fromProperties(subject: Subject): XmlElementNode[] {
  const created = subject.method === 'Create' ? subject.objects : [];
  const sends = created.filter(({ type }) => type === 'Send').map(({ element }) => element);
  const definitions = triggeredSends(subject).flatMap((send) => all(send, 'TriggeredSendDefinition'));
  return [...sends, ...definitions].flatMap((holder) =>
    ['FromName', 'FromAddress'].flatMap((name) => child(holder, name) ?? []),
  );
}
