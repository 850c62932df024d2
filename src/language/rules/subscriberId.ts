/** D4: a subscriber is identified by the subscriber key. */
import type { XmlElementNode } from '../xml/node.ts';
import type { Rule } from './rule.ts';
import { child, textAt, valueAt } from '../subject/elements.ts';
import { filterProperties } from '../subject/dataExtensions.ts';
import type { Subject } from '../subject/subject.ts';

export const subscriberId: Rule = {
  code: 'subscriber-id',
  rows: ['D4'],
  title: 'The subscriber key identifies a subscriber, not the SubscriberID',
  severity: 'warning',
  checkPart: (subject) =>
    [...ofObjects(subject), ...ofFilters(subject), ...ofParameters(subject)].map(({ nameRange }) => ({
      message:
        'The SubscriberID does not identify a subscriber for batch functions, which do not know it. Use SubscriberKey.',
      range: nameRange,
    })),
};

function ofObjects({ elements }: Subject): XmlElementNode[] {
  return elements
    .filter(({ name, parent }) => name === 'ID' && parent?.type === 'Subscriber')
    .filter(({ parent }) => parent !== undefined && child(parent.element, 'SubscriberKey') === undefined)
    .map(({ element }) => element);
}

function ofFilters(subject: Subject): XmlElementNode[] {
  const isSubscriber = subject.retrieve?.objectType.text === 'Subscriber';
  return filterProperties(subject)
    .filter(({ text }) => /^SubscriberI[Dd]$/.test(text) || (isSubscriber && text === 'ID'))
    .map(({ element }) => element);
}

/** Parameters of an Execute such as LogUnsubEvent. */
function ofParameters({ elements, method }: Subject): XmlElementNode[] {
  if (method !== 'Execute') return [];
  const named = new Map(
    elements
      .filter(({ name }) => name === 'Parameters')
      .map(({ element }) => [textAt(element, 'Name') ?? '', element] as const),
  );
  const found = named.get('SubscriberID');
  const parameter = found === undefined ? undefined : valueAt(found, 'Name');
  return parameter === undefined || named.has('SubscriberKey') ? [] : [parameter.element];
}
