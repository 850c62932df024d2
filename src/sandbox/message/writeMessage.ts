/** The root element of an answer's message. */
import { shippedCatalogue as catalogue } from '../../catalogue/index.ts';
import { encodeMembers } from './encode.ts';
import type { ApiStruct } from './value.ts';

/** The message whose type is that of a global element, written. */
export function writeMessage(message: ApiStruct): string {
  const name = message.type.slice(1);
  return `${startTag(name)}${encodeMembers(message)}</${name}>`;
}

/** A message whose content is ready in part and made in pieces for the rest. */
export function* messageInPieces(name: string, head: string, pieces: Iterable<Buffer>): Iterable<Buffer> {
  yield Buffer.from(startTag(name) + head);
  yield* pieces;
  yield Buffer.from(`</${name}>`);
}

function startTag(name: string): string {
  return `<${name} xmlns="${catalogue.targetNamespace}">`;
}
