/** Where in a document a node stands, as an XPath that finds it again. */
import { BlindAttribute, BlindElement, BlindText, type BlindChild } from './blindTree.ts';

/** Such as `/Envelope/Body/RetrieveResponseMsg/Results[3]/Name`; undefined for what stands in no document. */
export function pathOf(node: object): string | undefined {
  if (node instanceof BlindAttribute) return `${pathOf(node.ownerElement) ?? ''}/@${node.localName}`;
  if (!(node instanceof BlindElement || node instanceof BlindText)) return undefined;
  const steps: string[] = [];
  let current: object | null = node;
  while (current instanceof BlindElement || current instanceof BlindText) {
    steps.unshift(stepOf(current));
    current = current.parentNode;
  }
  return `/${steps.join('/')}`;
}

/** The name, and a number where there are several of it. */
function stepOf(node: BlindChild): string {
  const name = node instanceof BlindElement ? node.localName : 'text()';
  const alike = (other: BlindChild | null): boolean =>
    other !== null && other.nodeType === node.nodeType && other.nodeName === node.nodeName;
  let place = 1;
  for (let other = node.previousSibling; other !== null; other = other.previousSibling) {
    if (alike(other)) place += 1;
  }
  let isOnly = place === 1;
  for (let other = node.nextSibling; isOnly && other !== null; other = other.nextSibling) {
    if (alike(other)) isOnly = false;
  }
  return isOnly ? name : `${name}[${String(place)}]`;
}
