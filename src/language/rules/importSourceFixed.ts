/** E7: the Salesforce object or report that an import reads cannot be changed afterwards. */
import { removal } from '../edits/layout.ts';
import type { Rule } from './rule.ts';
import { child } from '../subject/elements.ts';

export const importSourceFixed: Rule = {
  code: 'import-source-fixed',
  rows: ['E7'],
  title: 'The source of an import is given once',
  severity: 'warning',
  checkPart: ({ method, objects, file }) =>
    method !== 'Update'
      ? []
      : objects
          .filter(({ type }) => type === 'ImportDefinition')
          .flatMap(({ element }) => child(element, 'SourceObject') ?? [])
          .map((source) => ({
            message:
              'The data extension of this import was made after its source, which cannot be changed any more. Create a new import definition for another source.',
            range: source.nameRange,
            fixes: () => [{ title: 'Delete SourceObject', edits: [removal(file.text, source.range)] }],
          })),
};
