/** B10: a triggered send hands over data, not the finished e-mail. */
import type { Rule } from './rule.ts';
import { valueAt } from '../subject/elements.ts';
import { isRendered } from '../subject/html.ts';
import { attributeGroups } from '../subject/triggeredSends.ts';

export const renderedEmail: Rule = {
  code: 'rendered-email',
  rows: ['B10'],
  title: 'No finished e-mail in a triggered send',
  severity: 'warning',
  checkPart: (subject) =>
    attributeGroups(subject)
      .flat()
      .flatMap((attribute) => valueAt(attribute, 'Value') ?? [])
      .filter(({ text }) => isRendered(text))
      .map(({ element, text }) => ({
        message: `This attribute is a finished page of ${String(text.length)} characters. Let the e-mail of the definition hold the layout, and hand over only what differs from one subscriber to the next.`,
        range: element.nameRange,
      })),
};
