/** D5: partner properties are legacy; Client/ID says which business unit. */
import type { Fix } from '../diagnostics/finding.ts';
import { removal, write } from '../edits/layout.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { child, type Value } from '../subject/elements.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';

const partnerProperties: ReadonlySet<string> = new Set([
  'PartnerKey',
  'PartnerClientKey',
  'PartnerUserKey',
  'PartnerProperties',
]);

export const partnerKey: Rule = {
  code: 'partner-key',
  rows: ['D5'],
  title: 'Client/ID instead of partner properties',
  severity: 'warning',
  checkPart: (subject, { catalogue }) => [
    ...subject.elements
      .filter(({ name, parent, type }) => {
        if (!partnerProperties.has(name) || parent?.type === undefined) return false;
        // This one is how a property is set to null.
        return catalogue.elementOf(parent.type, name) !== undefined && type !== 'NullAPIProperty';
      })
      .map((typed) => written(typed, subject)),
    ...(subject.retrieve?.properties ?? []).flatMap((property) => asked(property, subject)),
  ],
};

function message(name: string): string {
  return `${name} is kept for old integrations only, and slows a call down. Say the business unit by Client/ID, and an object by its CustomerKey.`;
}

function written({ element, name, parent }: TypedElement, subject: Subject): RuleFinding {
  const { text } = subject.file;
  const isEmpty = element.children.length === 0;
  const hasId = parent !== undefined && child(parent.element, 'ID') !== undefined;
  const fixes: Fix[] = [];
  if (isEmpty || (name === 'PartnerClientKey' && hasId)) {
    fixes.push({ title: `Delete ${name}`, safe: true, edits: [removal(text, element.range)] });
  } else if (name === 'PartnerClientKey') {
    fixes.push({
      title: 'Replace it by the ID of the business unit',
      edits: [{ range: element.range, newText: write({ name: 'ID', text: '{{$mid}}' }, element) }],
    });
  }
  return { message: message(name), range: element.nameRange, tag: 'deprecated', fixes: () => fixes };
}

function asked(property: Value, subject: Subject): RuleFinding[] {
  const path = property.text.split('.');
  const name = path.at(-1) ?? '';
  if (!partnerProperties.has(name)) return [];
  const replacement = name === 'PartnerClientKey' ? [...path.slice(0, -1), 'ID'].join('.') : undefined;
  const isThere = subject.retrieve?.properties.some(({ text }) => text === replacement) === true;
  const fix: Fix =
    replacement === undefined || isThere
      ? {
          title: `Do not ask for ${property.text}`,
          edits: [removal(subject.file.text, property.element.range)],
        }
      : {
          title: `Ask for ${replacement}`,
          edits: [{ range: property.range, newText: replacement }],
        };
  return [{ message: message(name), range: property.range, tag: 'deprecated', fixes: () => [fix] }];
}
