/** Where in a tag, whole or half-written, completion is asked for. */
import { elementAround, nodeAt } from '../schema/typedAt.ts';
import type { ScratchRequest } from '../scratch/model.ts';
import type { XmlElementNode } from '../xml/node.ts';
import type { Place } from './placeKinds.ts';

const nameCharacter = /[\p{L}\p{N}\p{M}_.:-]/u;
/** So far ahead of the cursor, at most, is looked for the end of what is replaced. */
const ahead = 200;

/** @param open where the tag's `<` stands. */
export function tagPlace(
  text: string,
  open: number,
  offset: number,
  request: ScratchRequest,
): Place | undefined {
  const written = text.slice(open + 1, offset);
  const { root } = request;
  const parent = root === undefined ? undefined : elementAround(root, open);
  if (written.startsWith('/'))
    return parent === undefined ? undefined : closingPlace(text, open, offset, { request, parent });
  const half = root === undefined ? undefined : elementFrom(root, open);
  if (!/\s/.test(written)) {
    let end = offset;
    while (nameCharacter.test(text[end] ?? '')) end += 1;
    const isRenaming = half !== undefined && text[half.contentRange.start - 1] === '>';
    return { kind: 'element', request, parent, half, isRenaming, range: { start: open, end } };
  }
  return half === undefined ? undefined : attributePlace(text, offset, written, { request, element: half });
}

function closingPlace(
  text: string,
  open: number,
  offset: number,
  at: { readonly request: ScratchRequest; readonly parent: XmlElementNode },
): Place {
  const rest = /^[^\s<]*/.exec(text.slice(offset, offset + ahead))?.[0].length ?? 0;
  return { kind: 'closing', ...at, range: { start: open, end: offset + rest } };
}

/** The element, whole or half-written, that begins at a place. */
function elementFrom(root: XmlElementNode, open: number): XmlElementNode | undefined {
  const found = nodeAt([root], open);
  return found?.kind === 'element' && found.range.start === open ? found : undefined;
}

function attributePlace(
  text: string,
  offset: number,
  written: string,
  at: { readonly request: ScratchRequest; readonly element: XmlElementNode },
): Place {
  const value = /([\w.:-]+)\s*=\s*("[^"]*|'[^']*)$/.exec(written);
  if (value === null) {
    const word = /[\w.:-]*$/.exec(written)?.[0] ?? '';
    return { kind: 'attribute', ...at, range: { start: offset - word.length, end: offset } };
  }
  const [, name = '', quoted = ''] = value;
  const rest = /^[^"'<>\n]*/.exec(text.slice(offset, offset + ahead))?.[0] ?? '';
  const isQuoted = text[offset + rest.length] === quoted.charAt(0);
  const end = isQuoted ? offset + rest.length : offset;
  return { kind: 'attributeValue', ...at, name, range: { start: offset - quoted.length + 1, end } };
}
