/** Makes a retrieve ask for the objects of every business unit: `# @bu all`. */
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import { parseXml } from '../xml/parse.ts';

/** What the schema has behind QueryAllAccounts. */
const later = new Set(['RetrieveAllSinceLastBatch', 'RepeatLastResult', 'Retrieves', 'Options']);

/** The message with QueryAllAccounts set, at its place in the schema; any other message stays as it is. */
export function queryAllAccounts(body: string): string {
  const message = parseXml(body).nodes.find((node) => node.kind === 'element');
  const retrieve = message === undefined ? undefined : childNamed(message, 'RetrieveRequest');
  if (retrieve?.closeNameRange === undefined) return body;
  const prefix = retrieve.name.slice(0, -'RetrieveRequest'.length);
  const element = `<${prefix}QueryAllAccounts>true</${prefix}QueryAllAccounts>`;
  const present = childNamed(retrieve, 'QueryAllAccounts')?.range;
  if (present !== undefined) return body.slice(0, present.start) + element + body.slice(present.end);
  const next = childElements(retrieve).find(({ name }) => later.has(localName(name)));
  const at = next?.range.start ?? retrieve.contentRange.end;
  return body.slice(0, at) + element + body.slice(at);
}

function childNamed(element: XmlElementNode, name: string): XmlElementNode | undefined {
  return childElements(element).find((child) => localName(child.name) === name);
}
