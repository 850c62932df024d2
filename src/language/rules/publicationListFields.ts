/** E6: an import into a publication list takes four fields, and no attributes. */
import type { Rule, RuleContext } from './rule.ts';
import { all, child, textAt, valueAt } from '../subject/elements.ts';
import type { TypedElement } from '../subject/subject.ts';

const fields = ['Email Address', 'Subscriber Key', 'Status', 'Reason'];

export const publicationListFields: Rule = {
  code: 'publication-list-fields',
  rows: ['E6'],
  title: 'A publication list takes e-mail address, subscriber key, status and reason',
  severity: 'warning',
  checkPart: ({ objects }, context) =>
    objects
      .filter(({ type }) => type === 'ImportDefinition')
      .filter((definition) => goesToPublicationList(definition, context))
      .flatMap(({ element }) => all(element, 'FieldMaps.FieldMap'))
      .flatMap((map) => valueAt(map, 'DestinationName') ?? [])
      .filter(({ text, isDynamic }) => !isDynamic && !fields.some((field) => plain(field) === plain(text)))
      .map(({ text, range }) => ({
        message: `A publication list has no ${text}: an import fills ${fields.join(', ')} only, and leaves attributes out.`,
        range,
      })),
};

function plain(name: string): string {
  return name.replaceAll(/\s/g, '').toLowerCase();
}

/** By what the request says of its destination, or by what the org says of that list. */
function goesToPublicationList({ element }: TypedElement, { facts }: RuleContext): boolean {
  const destination = child(element, 'DestinationObject');
  if (destination === undefined) return false;
  if (textAt(destination, 'ListClassification') === 'PublicationList') return true;
  const key = textAt(destination, 'CustomerKey');
  const id = textAt(destination, 'ID');
  const list = facts.keys('List')?.keys.find((known) => known.key === id || known.customerKey === key);
  return list?.state === 'PublicationList';
}
