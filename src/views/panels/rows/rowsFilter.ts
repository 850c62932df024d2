/** A filter from the text or the tree that a person gave, with all that the page shows of it. */
import type { FilterNode } from '../../../shared/rowFilter.ts';
import type { RowsFilter } from '../../../shared/rowsMessages.ts';
import { writeFilter, type Filter } from '../../../soap/pure.ts';
import { compileFilter } from './filter/compile.ts';
import { parseFilter } from './filter/parse.ts';
import { printFilter } from './filter/print.ts';
import type { RowField } from './rowField.ts';

interface ReadFilter {
  readonly shown: RowsFilter;
  /** Undefined for all rows, and where something is wrong. */
  readonly filter?: Filter;
}

export function filterOfText(text: string, fields: readonly RowField[]): ReadFilter {
  const parsed = parseFilter(text, fields);
  if ('problem' in parsed) return { shown: { text, soap: '', problem: parsed.problem } };
  return parsed.filter === undefined
    ? { shown: { text: '', soap: '' } }
    : compiled(text, parsed.filter, fields);
}

export function filterOfTree(tree: FilterNode | null, fields: readonly RowField[]): ReadFilter {
  return tree === null
    ? { shown: { text: '', soap: '' } }
    : compiled(printFilter(tree, fields), tree, fields);
}

function compiled(text: string, tree: FilterNode, fields: readonly RowField[]): ReadFilter {
  const result = compileFilter(tree, fields);
  if ('problem' in result) {
    return {
      shown: { text, tree, soap: '', problem: { message: result.problem, from: 0, to: text.length } },
    };
  }
  return { shown: { text, tree, soap: indented(writeFilter(result.filter)) }, filter: result.filter };
}

/** One element a line; what holds a text alone stays on one. */
function indented(xml: string): string {
  let depth = 0;
  return xml
    .split(/(?<=>)(?=<)/)
    .map((tag) => {
      if (tag.startsWith('</')) depth -= 1;
      const line = '  '.repeat(depth) + tag;
      if (/^<[^/]/.test(tag) && !tag.includes('</')) depth += 1;
      return line;
    })
    .join('\n');
}
