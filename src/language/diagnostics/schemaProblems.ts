/** What the schema and the catalogue of objects say of a message. */
import { typedMessage } from '../schema/typedTree.ts';
import { elementProblems } from './schema/elementProblems.ts';
import { objectProblems } from './schema/objects.ts';
import { propertyProblems } from './schema/properties.ts';
import type { DiagnosticsSource } from './source.ts';

/** What is no use to hear while the tags are being written: the element may be there, and not closed yet. */
const ofWholeXml: ReadonlySet<string> = new Set(['missing-element', 'unexpected-text', 'element-order']);

export const schemaProblems: DiagnosticsSource = ({ file, catalogue }) =>
  file.requests.flatMap((request) => {
    const message = typedMessage(request, catalogue);
    if (message === undefined) return [];
    const findings = [
      ...elementProblems(message, file.text, catalogue),
      ...objectProblems(message, catalogue),
      ...propertyProblems(message, catalogue),
    ];
    return request.wellFormed ? findings : findings.filter(({ code }) => !ofWholeXml.has(code));
  });
