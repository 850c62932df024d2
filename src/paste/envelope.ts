/** A whole SOAP envelope: everything but its header, which holds nothing but addresses and a credential. */
import { childElements, localName, parseXml, type XmlElementNode } from '../language/index.ts';

/** Why a text that looks like an envelope is no request; undefined when it does not look like one. */
export function whyNoRequest(text: string): string | undefined {
  if (!/<(?:[\w.-]+:)?Envelope[\s>]/.test(text)) return undefined;
  const [problem] = parseXml(text).problems;
  if (problem === undefined) return 'it holds no request of the Marketing Cloud SOAP API.';
  const line = text.slice(0, problem.range.start).split('\n').length;
  return `it is not well-formed XML. ${problem.message} (line ${String(line)} of the body)`;
}

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
