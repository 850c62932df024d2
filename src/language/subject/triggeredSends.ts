/** The triggered sends that a request fires, and what it hands over with them. */
import type { XmlElementNode } from '../xml/node.ts';
import { all } from './elements.ts';
import type { Subject } from './subject.ts';

/** The objects of a Create that fire a triggered send; none for any other request. */
export function triggeredSends(subject: Subject): readonly XmlElementNode[] {
  if (subject.method !== 'Create') return [];
  return subject.objects.filter(({ type }) => type === 'TriggeredSend').map(({ element }) => element);
}

/** Everyone whom the request sends to. */
export function sendSubscribers(subject: Subject): readonly XmlElementNode[] {
  return triggeredSends(subject).flatMap((send) => all(send, 'Subscribers'));
}

/** Attributes of the send itself and of each subscriber, in groups as they stand together. */
export function attributeGroups(subject: Subject): readonly (readonly XmlElementNode[])[] {
  return triggeredSends(subject)
    .flatMap((send) => [send, ...all(send, 'Subscribers')])
    .map((holder) => all(holder, 'Attributes'));
}
