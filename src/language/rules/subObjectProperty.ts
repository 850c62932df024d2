/** D12: a retrieve names the properties of a sub-object, not the sub-object. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { Fix } from '../diagnostics/finding.ts';
import { indentAt, lineBreak, write } from '../edits/layout.ts';
import type { Rule } from './rule.ts';
import type { Value } from '../subject/elements.ts';
import type { Subject } from '../subject/subject.ts';

/** What most sub-objects have, for one of which nothing better is known. */
const usual = ['ID', 'ObjectID', 'CustomerKey', 'Name'];

export const subObjectProperty: Rule = {
  code: 'sub-object-property',
  rows: ['D12'],
  title: 'Properties of a sub-object by their names',
  severity: 'warning',
  check: (subject, { catalogue }) => {
    const { retrieve } = subject;
    const object = retrieve?.objectType.text ?? '';
    return (retrieve?.properties ?? []).flatMap((property) => {
      const type = catalogue.typeOfPath(object, property.text);
      if (type === undefined || catalogue.complexType(type) === undefined) return [];
      const paths = pathsBelow(object, property.text, catalogue);
      const example = paths[0] ?? `${property.text}.ID`;
      return [
        {
          message: `${property.text} is an object of its own: name the properties of it that you want, such as ${example}.`,
          range: property.range,
          fixes: () => (paths.length === 0 ? [] : [namedFix(subject, property, paths)]),
        },
      ];
    });
  },
};

/** What can be asked for below a property: what Describe said, else what the schema has. */
function pathsBelow(object: string, path: string, catalogue: Catalogue): string[] {
  const described = (catalogue.properties(object) ?? [])
    .filter((fact) => fact.retrievable && fact.path.startsWith(`${path}.`))
    .map((fact) => fact.path);
  if (described.length > 0) return described;
  return usual
    .map((name) => `${path}.${name}`)
    .filter((candidate) => catalogue.typeOfPath(object, candidate)?.startsWith('xs:') === true);
}

function namedFix({ file, retrieve }: Subject, property: Value, paths: readonly string[]): Fix {
  const there = new Set(retrieve?.properties.map(({ text }) => text));
  const wanted = paths.filter((path) => !there.has(path));
  const named = wanted.length === 0 ? paths.slice(0, 1) : wanted;
  const { element } = property;
  const gap = lineBreak(file.text) + indentAt(file.text, element.range.start);
  const lines = named.map((path) => write({ name: 'Properties', text: path }, element));
  return {
    title: `Ask for ${named.join(', ')}`,
    edits: [{ range: element.range, newText: lines.join(gap) }],
  };
}
