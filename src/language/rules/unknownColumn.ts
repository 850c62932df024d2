/** D9: a column that the data extension does not have is dropped without a word. */
import { meantFix } from '../edits/meant.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { knownColumns, namedColumns } from '../subject/dataExtensions.ts';
import type { Value } from '../subject/elements.ts';

export const unknownColumn: Rule = {
  code: 'unknown-column',
  rows: ['D9'],
  title: 'Columns that the data extension has',
  severity: 'warning',
  checkPart: (subject, context) => {
    const isRead = subject.retrieve !== undefined;
    const byKey = new Map<string, readonly string[] | undefined>();
    return namedColumns(subject).flatMap(({ key, columns }) => {
      if (key.isDynamic || key.text === '') return [];
      if (!byKey.has(key.text)) byKey.set(key.text, knownColumns(key.text, context));
      const known = byKey.get(key.text);
      if (known === undefined) return [];
      const names = new Set(known.map((name) => name.toLowerCase()));
      return columns()
        .filter((column) => isCheckable(column) && !names.has(column.text.toLowerCase()))
        .map((column) => unknown(column, { key: key.text, known, isRead }));
    });
  },
};

/** Names that begin with an underscore are the service's own. */
function isCheckable({ text, isDynamic }: Value): boolean {
  return text !== '' && !isDynamic && !text.startsWith('_');
}

function unknown(
  column: Value,
  { key, known, isRead }: { key: string; known: readonly string[]; isRead: boolean },
): RuleFinding {
  const consequence = isRead
    ? 'The service refuses the retrieve.'
    : 'The service would drop the value, and report success.';
  return {
    message: `The data extension ${key} has no column ${column.text}. ${consequence}`,
    range: column.range,
    fixes: () => meantFix(column, known),
  };
}
