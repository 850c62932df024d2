/** C9: content is fetched before the send, not by the send. */
import type { XmlNode, XmlTextNode } from '../xml/node.ts';
import type { RuleFinding, Rule } from './rule.ts';

/** The function of AMPscript and of server-side JavaScript, and the older substitution string. */
const fetches = /\bHTTPGet\s*\(|\bHTTP\.Get\s*\(|%%\s*(?:before;\s*)?httpget\b/gi;

/** What is shorter than the call, its bracket and an address, as most values are. */
const shortest = 'HTTPGet('.length;

export const httpGetContent: Rule = {
  code: 'http-get-content',
  rows: ['C9'],
  title: 'Content is fetched before the send, not by the send',
  severity: 'warning',
  checkPart: ({ elements }) =>
    elements.flatMap(({ element }) => element.children.filter(mayFetch).flatMap((node) => [...findIn(node)])),
};

function mayFetch(node: XmlNode): node is XmlTextNode {
  return (node.kind === 'text' || node.kind === 'cdata') && node.text.length >= shortest;
}

function* findIn({ text, range }: XmlTextNode): Generator<RuleFinding> {
  for (const match of text.matchAll(fetches)) {
    const start = range.start + match.index;
    yield {
      message:
        'This fetches content while the send runs: a surge on the other site, and a failed send when it is slow. Fetch it from your own site beforehand.',
      range: { start, end: start + match[0].length },
    };
  }
}
