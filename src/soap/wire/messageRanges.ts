/** Where the elements of a message stand in its text, so that it can be divided without touching what a person wrote. */
import { SaxesParser } from 'saxes';
import { MarketingCloudError } from '../errors.ts';

/** An element and the range of its text. */
export interface ElementRange {
  /** As written, with its prefix. */
  readonly qualifiedName: string;
  /** Local part. */
  readonly name: string;
  /** Local part of `xsi:type`. */
  readonly type: string | undefined;
  readonly start: number;
  /** Behind the start tag. */
  readonly contentStart: number;
  /** Before the end tag; `contentStart` for an empty element. */
  readonly contentEnd: number;
  readonly end: number;
  /** Its children, as far down as `maxDepth`. */
  readonly children: readonly ElementRange[];
}

interface OpenRange {
  readonly qualifiedName: string;
  readonly name: string;
  readonly type: string | undefined;
  readonly start: number;
  readonly contentStart: number;
  contentEnd: number;
  end: number;
  readonly children: OpenRange[];
}

/** Message, wrapper, object, its properties. */
const maxDepth = 4;

/**
 * The root element of a text.
 * @throws MarketingCloudError `invalid-request` when the text is not well-formed.
 */
export function readRanges(text: string): ElementRange {
  const parser = new SaxesParser({
    xmlns: true,
    resolvePrefix: () => 'prefix:of:the:envelope',
    position: true,
  });
  const open: OpenRange[] = [];
  let root: OpenRange | undefined;
  parser.on('error', (error) => {
    throw new MarketingCloudError('invalid-request', `The request is not well-formed XML: ${error.message}`);
  });
  parser.on('opentag', (tag) => {
    const contentStart = parser.position;
    const typeName = Object.values(tag.attributes).find(
      ({ local, prefix }) => local === 'type' && prefix !== '',
    );
    const range: OpenRange = {
      qualifiedName: tag.name,
      name: tag.local,
      type: typeName?.value.slice(typeName.value.indexOf(':') + 1).trim(),
      // A start tag holds no other "<": attribute values must not.
      start: text.lastIndexOf('<', contentStart - 1),
      contentStart,
      contentEnd: contentStart,
      end: contentStart,
      children: [],
    };
    const parent = open.at(-1);
    if (parent === undefined) root ??= range;
    else if (open.length < maxDepth) parent.children.push(range);
    open.push(range);
  });
  parser.on('closetag', (tag) => {
    const range = open.pop();
    if (range === undefined) return;
    range.end = parser.position;
    range.contentEnd = tag.isSelfClosing ? range.contentStart : text.lastIndexOf('<', range.end - 1);
  });
  parser.write(text).close();
  if (root === undefined) throw new MarketingCloudError('invalid-request', 'The request is empty.');
  return root;
}
