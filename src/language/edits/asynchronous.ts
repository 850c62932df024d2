/** Turns a request over to the service's queue. */
import type { Catalogue } from '../../catalogue/index.ts';
import { childElements } from '../xml/node.ts';
import type { Edit, Fix } from '../diagnostics/finding.ts';
import { child, valueAt } from '../subject/elements.ts';
import type { Subject } from '../subject/subject.ts';
import { indentAt, insertInOrder, lineBreak, prefixOf, write, type NewElement } from './layout.ts';

/** A conversation of one call: its ID is new each time, since the service takes none twice. */
const conversation: readonly NewElement[] = [
  { name: 'ConversationID', text: '{{$guid}}' },
  { name: 'SequenceCode', text: '1' },
  { name: 'CallsInConversation', text: '1' },
];

const asynchronous: NewElement = { name: 'RequestType', text: 'Asynchronous' };

export function asynchronousFix(subject: Subject, catalogue: Catalogue): Fix {
  return {
    title: 'Make the call asynchronous',
    edits: asynchronousEdits(subject, catalogue),
  };
}

/** Sets RequestType, and adds a conversation where there is none. */
function asynchronousEdits(subject: Subject, catalogue: Catalogue): Edit[] {
  const { options, message } = subject;
  const { text } = subject.file;
  if (options === undefined) return newOptions(subject, [...conversation, asynchronous]);
  const requestType = valueAt(options, 'RequestType');
  const hasConversation = child(options, 'ConversationID') !== undefined;
  const added = [
    ...(hasConversation ? [] : conversation),
    ...(requestType === undefined ? [asynchronous] : []),
  ];
  const order = catalogue.elementsOf('Options').map(({ name }) => name);
  const edits = added.length === 0 ? [] : insertInOrder(text, options, order, added);
  if (requestType === undefined) return edits;
  const isEmpty = requestType.text === '';
  const written = write(asynchronous, message);
  return [
    ...edits,
    isEmpty
      ? { range: requestType.element.range, newText: written }
      : { range: requestType.range, newText: asynchronous.text },
  ];
}

/** Options stand first in every message that has them. */
function newOptions({ file: { text }, message }: Subject, added: readonly NewElement[]): Edit[] {
  const [first] = childElements(message);
  if (first === undefined) return [];
  const end = lineBreak(text);
  const indent = indentAt(text, first.range.start);
  const name = `${prefixOf(message)}Options`;
  const lines = added.map((element) => `${indent}  ${write(element, message)}`);
  const options = [`<${name}>`, ...lines, `${indent}</${name}>`, ''].join(end) + indent;
  return [{ range: { start: first.range.start, end: first.range.start }, newText: options }];
}
