/** What the schema and the catalogue of objects say of a message. */
import { objectsIn } from '../schema/target.ts';
import { typedMessage } from '../schema/typedTree.ts';
import { elementProblems, prepareElement } from './schema/elementProblems.ts';
import { objectProblems } from './schema/objects.ts';
import { propertyProblems } from './schema/properties.ts';
import type { RequestSource } from './source.ts';

/** What is no use to hear while the tags are being written: the element may be there, and not closed yet. */
const ofWholeXml: ReadonlySet<string> = new Set(['missing-element', 'unexpected-text', 'element-order']);

export const schemaProblems: RequestSource = function* ({ request, text, catalogue }) {
  const message = typedMessage(request, catalogue);
  if (message === undefined) return [];
  // One by one: of ten thousand objects, looking at all of them at once takes a second.
  for (const object of objectsIn(message, catalogue)) {
    prepareElement(object, text, catalogue);
    yield;
  }
  const findings = [
    ...elementProblems(message, text, catalogue),
    ...objectProblems(message, catalogue),
    ...propertyProblems(message, catalogue),
  ];
  return request.wellFormed ? findings : findings.filter(({ code }) => !ofWholeXml.has(code));
};
