/** The objects that a message carries: what its results are about, in order. */
import { childElements, localName, parseXml, type XmlElementNode } from '../language/index.ts';

/** The element that the text of a message is. */
export function messageIn(body: string): XmlElementNode | undefined {
  return parseXml(body).nodes.find((node) => node.kind === 'element');
}

/** Where the objects of each message are. A message that is not here carries none. */
const objectPaths: Readonly<Record<string, readonly string[]>> = {
  CreateRequest: ['Objects'],
  UpdateRequest: ['Objects'],
  DeleteRequest: ['Objects'],
  PerformRequestMsg: ['Definitions', 'Definition'],
  ScheduleRequestMsg: ['Interactions', 'Interaction'],
  ConfigureRequestMsg: ['Configurations', 'Configuration'],
  ExecuteRequestMsg: ['Requests'],
  ExtractRequestMsg: ['Requests'],
};

/** The objects of a message in their order. */
export function objectsOf(message: XmlElementNode): readonly XmlElementNode[] {
  const path = objectPaths[localName(message.name)] ?? [];
  if (path.length === 0) return [];
  return path.reduce<readonly XmlElementNode[]>(
    (elements, name) => elements.flatMap((element) => childrenNamed(element, name)),
    [message],
  );
}

/** The type of an object: its `xsi:type`; undefined when it has none. */
export function typeOf(object: XmlElementNode): string | undefined {
  const attribute = object.attributes.find(({ name }) => name === 'type' || name.endsWith(':type'));
  return attribute === undefined ? undefined : localName(attribute.value.trim());
}

/** The child elements with this local name. */
function childrenNamed(element: XmlElementNode, name: string): readonly XmlElementNode[] {
  return childElements(element).filter((child) => localName(child.name) === name);
}

/** The text of the first child with this name, references resolved; undefined when there is none. */
export function textOfChild(element: XmlElementNode, name: string): string | undefined {
  const child = childrenNamed(element, name)[0];
  return child === undefined ? undefined : textOf(child);
}

/** The text directly inside an element, references resolved, blanks around it cut off. */
function textOf({ children }: XmlElementNode): string {
  const pieces = children.map((node) => {
    if (node.kind === 'text') return unescape(node.text);
    return node.kind === 'cdata' ? node.text.replace(/^<!\[CDATA\[|\]\]>$/g, '') : '';
  });
  return pieces.join('').trim();
}

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return predefined[name] ?? whole;
    const isHex = name.startsWith('#x');
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
