/** A whole SOAP envelope: everything but its header, which holds nothing but addresses and a credential. */
import { childElements, localName, parseXml, type XmlElementNode } from '../language/index.ts';

/** The envelope as a request, without its header; undefined when the text is no envelope of this API. */
export function fromEnvelope(text: string, title = 'Pasted request'): string | undefined {
  if (!text.trimStart().startsWith('<')) return undefined;
  const { nodes, problems } = parseXml(text);
  const envelope = nodes.find((node) => node.kind === 'element');
  if (problems.length > 0 || envelope === undefined || localName(envelope.name) !== 'Envelope')
    return undefined;
  const message = childElements(envelope).find(({ name }) => localName(name) === 'Body');
  const [request] = message === undefined ? [] : childElements(message);
  if (request === undefined || !/Request(Msg)?$/.test(localName(request.name))) return undefined;
  return `### ${title}\n${withoutHeader(text, envelope)}\n`;
}

function withoutHeader(text: string, envelope: XmlElementNode): string {
  const { start, end } = envelope.range;
  const header = childElements(envelope).find(({ name }) => localName(name) === 'Header');
  if (header === undefined) return text.slice(start, end);
  const before = text.slice(start, header.range.start).trimEnd();
  const after = text.slice(header.range.end, end);
  return `${before}${after}`;
}
