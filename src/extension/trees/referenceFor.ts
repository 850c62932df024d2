/** What a node of a tree is called at a place of a scratch file: a key, a number, or the element that holds it. */
import type { NodeSubject } from '../../views/index.ts';
import { escapeXml } from '../requests/templates.ts';
import { keyOfSubject } from './keyOfSubject.ts';

/**
 * The text that fits where the node was dropped.
 * @param before all of the file's text before that place
 * @returns undefined where nothing but a new request would make sense, or the node has no key
 */
export function referenceFor(subject: NodeSubject, before: string): string | undefined {
  const key = keyOfSubject(subject);
  if (key === undefined) return undefined;
  const open = openElements(before);
  const inside = /<([\w:.-]+)(?:\s[^<>]*)?>[^<>]*$/.exec(before)?.[1];
  if (inside !== undefined && hasNoElements(localName(inside), open.at(-2)))
    return insideElement(inside, subject, key);
  return open.length === 0 ? undefined : asElement(subject, key, open);
}

/** Elements that hold others: between their tags a key needs an element of its own. */
const holders =
  /Msg$|Request$|^(?:Requests|Objects?|Options|Filter|LeftOperand|RightOperand|Keys?|Properties|Fields?|Definitions?)$/;

/** @param around the element around it */
function hasNoElements(name: string, around: string | undefined): boolean {
  // A filter's Property is a name, that of a row has a name and a value; the Properties of a retrieve are names too.
  if (name === 'Property') return around !== 'Properties';
  if (name === 'Properties') return around === 'RetrieveRequest';
  return !holders.test(name);
}

/** The type of what is retrieved names the data extension whose rows are wanted. */
function insideElement(element: string, subject: NodeSubject, key: string): string {
  const isRows = subject.kind === 'dataExtension' && localName(element) === 'ObjectType';
  return escapeXml(isRows ? `DataExtensionObject[${key}]` : key);
}

/** The element by which an object of this kind is named. */
function asElement(subject: NodeSubject, key: string, open: readonly string[]): string {
  const text = escapeXml(key);
  if (subject.kind === 'field') {
    if (open.at(-1) === 'RetrieveRequest') return `<Properties>${text}</Properties>`;
    const holder = open.at(-1) === 'Keys' ? 'Key' : 'Property';
    return `<${holder}><Name>${text}</Name><Value></Value></${holder}>`;
  }
  if (subject.kind === 'dataExtension' && open.at(-1) === 'RetrieveRequest')
    return `<ObjectType>DataExtensionObject[${text}]</ObjectType>`;
  const isById = subject.kind === 'list' || subject.kind === 'group' || subject.kind === 'send';
  if (subject.kind === 'subscriber') return `<SubscriberKey>${text}</SubscriberKey>`;
  return isById ? `<ID>${String(subject.id)}</ID>` : `<CustomerKey>${text}</CustomerKey>`;
}

/** Names of the elements of the request that are open at the end of the text, the innermost last. */
function openElements(before: string): string[] {
  const request = before.slice(Math.max(0, before.search(/^###(?![\s\S]*^###)/m)));
  const open: string[] = [];
  for (const [, slash, name = '', isEmpty] of request.matchAll(
    /<!--[\s\S]*?-->|<(\/?)([\w:.-]+)[^<>]*?(\/?)>/g,
  )) {
    if (name === '' || isEmpty === '/') continue;
    if (slash === '/') open.pop();
    else open.push(localName(name));
  }
  return open;
}

function localName(name: string): string {
  return name.replace(/^.*:/, '');
}
