/** XPath 3.1 over the envelopes of a run. */
import fontoxpath, { type Item } from 'fontoxpath';
import { readJoinedDocument } from './blindDocument.ts';
import { BlindDocument } from './blindTree.ts';
import { pathOf } from './pathOf.ts';
import { followPath, plainPathOf } from './plainPath.ts';

const { evaluateXPath } = fontoxpath;

/** What an XPath gives, as a person compares it. */
export interface XPathValue {
  /** Of the first thing that was found; empty when there is none. */
  readonly text: string;
  /** True when there is something: a node, a text that is not empty, a number other than 0. */
  readonly truth: boolean;
  /** How many nodes were found; undefined for a text, a number or a boolean. */
  readonly nodes?: number;
  /** Where the first node stands, as an XPath. */
  readonly path?: string;
}

/** Prefixes of XPath's own functions and types. All others stand for nothing, as documents here have no namespaces. */
const ownPrefixes = new Set(['xs', 'fn', 'map', 'array', 'math']);

function evaluate(expression: string, document: BlindDocument): readonly Item[] {
  return evaluateXPath(expression, document, null, {}, evaluateXPath.ALL_RESULTS_TYPE, {
    language: evaluateXPath.XPATH_3_1_LANGUAGE,
    namespaceResolver: (prefix) => (ownPrefixes.has(prefix) ? undefined : ''),
  });
}

/** True for a well-formed XPath whose functions there are. */
export function isXPath(expression: string): boolean {
  if (expression.trim() === '') return false;
  try {
    evaluate(expression, new BlindDocument());
    return true;
  } catch (error) {
    // What depends on the document says nothing of the expression: only a static error, or one that shows the place.
    return error instanceof Error && !/^(?:XPST|\d+: )/.test(error.message);
  }
}

/**
 * A document that can be asked again and again; it is read when it is first asked. Answers to one request, the pages of
 * a retrieve, count as one: the first, with the results of the others behind its own.
 */
export class XPathSubject {
  private readonly xmls: readonly string[];
  private document: BlindDocument | undefined;

  constructor(xmls: readonly string[]) {
    this.xmls = xmls;
  }

  /**
   * Evaluates an expression on the whole document; a relative path begins at its root.
   * @throws Error when the expression is not XPath or the document is not XML.
   */
  evaluate(expression: string): XPathValue {
    this.document ??= readJoinedDocument(this.xmls);
    const found = this.find(expression, this.document);
    const [first] = found;
    if (first === undefined) return { text: '', truth: false, nodes: 0 };
    if (isNode(first)) {
      const path = pathOf(first);
      const value = { text: first.textContent, truth: true, nodes: found.length };
      return path === undefined ? value : { ...value, path };
    }
    return { text: typeof first === 'object' ? textOf(first) : String(first), truth: Boolean(first) };
  }

  private find(expression: string, document: BlindDocument): readonly Item[] {
    const path = plainPathOf(expression);
    const nodes = path === undefined ? undefined : followPath(document, path);
    if (path === undefined || nodes === undefined) return evaluate(expression, document);
    return path.isCount ? [nodes.length] : nodes;
  }
}

function isNode(item: Item): item is { readonly textContent: string } {
  return typeof item === 'object' && 'textContent' in item;
}

/** A date as the API writes it; other structures have no text. */
function textOf(item: object): string {
  return item instanceof Date ? item.toISOString() : '';
}
