/** C4: the data extension of a triggered send has no text column without a length. */
import type { XmlElementNode } from '../xml/node.ts';
import type { Fix } from '../diagnostics/finding.ts';
import { insertInOrder } from '../edits/layout.ts';
import type { Rule } from './rule.ts';
import { all, child, textAt, valueAt } from '../subject/elements.ts';
import type { TypedElement } from '../subject/subject.ts';

/** The longest length that a text column can be given. */
const longest = '4000';

/** The template from which the data extension of a triggered send is made. */
const template = 'TriggeredSendDataExtension';

export const unboundedTextColumn: Rule = {
  code: 'unbounded-text-column',
  rows: ['C4'],
  title: 'Text columns that a triggered send reads have a length',
  severity: 'warning',
  checkPart: ({ method, objects, file }, { catalogue }) => {
    if (method !== 'Create' && method !== 'Update') return [];
    const order = catalogue.elementsOf('DataExtensionField').map(({ name }) => name);
    return objects
      .filter((object) => isSentTo(object))
      .flatMap(({ element }) => all(element, 'Fields.Field'))
      .filter((field) => textAt(field, 'FieldType') === 'Text' && child(field, 'MaxLength') === undefined)
      .map((field) => ({
        message: `The text column ${valueAt(field, 'Name')?.text ?? ''} has no MaxLength, so it is unlimited. A triggered send that reads it slows down.`,
        range: child(field, 'FieldType')?.nameRange ?? field.nameRange,
        fixes: () => [withLength(file.text, field, order)],
      }));
  },
};

/** True for a data extension that a send can use. */
function isSentTo({ element, type }: TypedElement): boolean {
  if (type !== 'DataExtension') return false;
  return textAt(element, 'Template.CustomerKey') === template || textAt(element, 'IsSendable') === 'true';
}

function withLength(text: string, field: XmlElementNode, order: readonly string[]): Fix {
  return {
    title: `Give it a length of ${longest}`,
    edits: insertInOrder(text, field, order, [{ name: 'MaxLength', text: longest }]),
  };
}
