/** C9: content is fetched before the send, not by the send. */
import type { XmlNode } from '../xml/node.ts';
import type { RuleFinding, Rule } from './rule.ts';

/** The function of AMPscript and of server-side JavaScript, and the older substitution string. */
const fetches = /\bHTTPGet\s*\(|\bHTTP\.Get\s*\(|%%\s*(?:before;\s*)?httpget\b/gi;

export const httpGetContent: Rule = {
  code: 'http-get-content',
  rows: ['C9'],
  title: 'Content is fetched before the send, not by the send',
  severity: 'warning',
  check: ({ message, file }) => {
    const whole = file.text.slice(message.range.start, message.range.end);
    return whole.search(fetches) === -1 ? [] : [...findIn(message)];
  },
};

function* findIn(node: XmlNode): Generator<RuleFinding> {
  if (node.kind === 'element') {
    for (const child of node.children) yield* findIn(child);
  } else if (node.kind === 'text' || node.kind === 'cdata') {
    for (const match of node.text.matchAll(fetches)) {
      const start = node.range.start + match.index;
      yield {
        message:
          'This fetches content while the send runs: a surge on the other site, and a failed send when it is slow. Fetch it from your own site beforehand.',
        range: { start, end: start + match[0].length },
      };
    }
  }
}
