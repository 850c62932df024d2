/** E4: the placeholders in a file's name are ones that the service fills in. */
import { filePlaceholders } from '../../shared/fileNames.ts';
import type { TextRange } from '../xml/node.ts';
import type { RuleFinding, Rule } from './rule.ts';
import { textAt, valueAt, valueOf, type Value } from '../subject/elements.ts';
import { meantFix } from '../edits/meant.ts';
import type { Subject } from '../subject/subject.ts';

export const namingPattern: Rule = {
  code: 'naming-pattern',
  rows: ['E4'],
  title: 'Placeholders in file names that the service knows',
  severity: 'warning',
  checkPart: (subject) => fileNames(subject).flatMap((value) => check(value, subject.file.text)),
};

/** Names of the files that an import reads or an extract writes. */
function fileNames({ elements, method }: Subject): readonly Value[] {
  if (method === 'Extract') {
    return elements
      .filter(({ element }) => textAt(element, 'Name') === 'OutputFileName')
      .flatMap(({ element }) => valueAt(element, 'Value') ?? []);
  }
  return elements
    .filter(({ name, parent }) => name === 'FileSpec' && parent?.type === 'ImportDefinition')
    .map(({ element }) => valueOf(element));
}

function check({ range }: Value, text: string): RuleFinding[] {
  const written = text.slice(range.start, range.end);
  const marks = written.split('%%').length - 1;
  if (marks % 2 === 1) {
    const at = range.start + written.lastIndexOf('%%');
    return [
      {
        message:
          'A placeholder stands between two pairs of percent signs, such as %%Month%%. This pair has no second.',
        range: { start: at, end: at + 2 },
      },
    ];
  }
  return [...written.matchAll(/%%([^%{}]*)%%/g)].flatMap((match) => {
    const start = range.start + match.index;
    return unknown(match[1] ?? '', { start, end: start + match[0].length });
  });
}

function unknown(name: string, range: TextRange): RuleFinding[] {
  if (filePlaceholders.some((known) => known.toLowerCase() === name.toLowerCase())) return [];
  const known = filePlaceholders.map((placeholder) => `%%${placeholder}%%`).join(', ');
  return [
    {
      message: `%%${name}%% is not filled in, so no file will have this name. Placeholders are ${known}.`,
      range,
      // The percent signs stay.
      fixes: () =>
        meantFix({ text: name, range: { start: range.start + 2, end: range.end - 2 } }, filePlaceholders),
    },
  ];
}
