/** C8: a triggered send hands over fewer than ten attributes. */
import { attributesPerSend } from '../limits.ts';
import type { Rule } from './rule.ts';
import { attributeGroups } from '../subject/triggeredSends.ts';

export const attributeCount: Rule = {
  code: 'attribute-count',
  rows: ['C8'],
  title: 'Fewer than ten attributes in a triggered send',
  severity: 'warning',
  checkPart: (subject) =>
    attributeGroups(subject).flatMap((attributes) => {
      const over = attributes[attributesPerSend - 1];
      if (over === undefined) return [];
      return [
        {
          message: `${String(attributes.length)} attributes are handed over here; fewer than ${String(attributesPerSend)} keep a triggered send fast. Keep the others in its data extension.`,
          range: over.nameRange,
        },
      ];
    }),
};
