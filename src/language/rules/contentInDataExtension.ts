/** B13: message content is kept as content, not in a data extension. */
import type { XmlElementNode } from '../xml/node.ts';
import type { RuleFinding, Rule } from './rule.ts';
import { all, textAt, valueAt, valueOf } from '../subject/elements.ts';
import { isRendered } from '../subject/html.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';

/** Words that a column for content has in its name. */
const contentName = /html|body|markup|content|message/i;

/** More characters than a value of data needs; a piece of content has room in them. */
const roomForContent = 1000;

/** Less is no piece of a page, and needs no look. */
const leastMarkup = 30;

export const contentInDataExtension: Rule = {
  code: 'content-in-data-extension',
  rows: ['B13'],
  title: 'Message content is kept in content areas, not in data extensions',
  severity: 'information',
  checkPart: (subject) => [
    ...subject.objects.flatMap((object) => columns(subject, object)),
    ...rows(subject),
  ],
};

function columns({ method }: Subject, { element, type }: TypedElement): RuleFinding[] {
  if (method !== 'Create' || type !== 'DataExtension') return [];
  return all(element, 'Fields.Field').flatMap((field) => {
    const name = valueAt(field, 'Name');
    const length = Number(textAt(field, 'MaxLength') ?? Infinity);
    const isText = (textAt(field, 'FieldType') ?? 'Text') === 'Text';
    if (name === undefined || !isText || !contentName.test(name.text) || length < roomForContent) return [];
    return [
      {
        message: `The column ${name.text} has room for message content. Keep content in content areas: a send reads them once, and this column again for every subscriber.`,
        range: name.range,
      },
    ];
  });
}

function rows({ elements }: Subject): RuleFinding[] {
  return elements
    .filter(({ name, element }) => name === 'Value' && sizeOf(element) >= leastMarkup)
    .filter(({ parent }) => parent?.parent?.parent?.type === 'DataExtensionObject')
    .filter(({ element }) => isRendered(valueOf(element).text))
    .map(({ element }) => ({
      message:
        'This value is a finished piece of a page. Keep content in content areas, and data in the data extension.',
      range: element.nameRange,
    }));
}

function sizeOf({ contentRange: { start, end } }: XmlElementNode): number {
  return end - start;
}
