/** D3: objects are named by their key, which is known beforehand, not by an ID that has to be waited for. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { Fix } from '../diagnostics/finding.ts';
import { write } from '../edits/layout.ts';
import type { Rule, RuleContext } from './rule.ts';
import { child, valueOf, type Value } from '../subject/elements.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';

/** Known by their MID everywhere. */
const knownById: ReadonlySet<string> = new Set(['Account', 'BusinessUnit']);

export const preferKey: Rule = {
  code: 'prefer-key',
  rows: ['D3'],
  title: 'Keys instead of IDs',
  severity: 'information',
  checkPart: (subject, context) =>
    subject.elements.flatMap((typed) => {
      const type = typed.parent?.type;
      if (type === undefined || !isAvoidableId(typed, subject, context.catalogue)) return [];
      const value = valueOf(typed.element);
      if (value.text === '') return [];
      const waits = value.isDynamic && value.text.includes('.response.');
      return [
        {
          message: `${waits ? 'This waits for another call to tell the' : 'This names the'} ${type} by its ${typed.name}. Its CustomerKey is known beforehand, works in asynchronous calls, and is the same in every business unit that you set up.`,
          range: typed.element.nameRange,
          fixes: () => keyFix(value, type, context),
        },
      ];
    }),
};

/** True for the ID of an object that has a key, and does not say it. */
function isAvoidableId({ name, parent }: TypedElement, subject: Subject, catalogue: Catalogue): boolean {
  if ((name !== 'ID' && name !== 'ObjectID') || parent?.type === undefined) return false;
  if (knownById.has(parent.type) || catalogue.object(parent.type)?.keys.includes('CustomerKey') !== true) {
    return false;
  }
  // One of the two is enough to report.
  if (name === 'ObjectID' && child(parent.element, 'ID') !== undefined) return false;
  const isCreated = subject.method === 'Create' && subject.actsOn(parent);
  return !isCreated && child(parent.element, 'CustomerKey') === undefined;
}

/** Offered where the org has told which key the ID has. */
function keyFix(value: Value, type: string, { facts }: RuleContext): Fix[] {
  if (value.isDynamic || !/^\d+$/.test(value.text)) return [];
  const customerKey = facts.keys(type)?.keys.find(({ key }) => key === value.text)?.customerKey;
  if (customerKey === undefined) return [];
  const { element } = value;
  return [
    {
      title: `Name it by its key, ${customerKey}`,
      safe: true,
      edits: [{ range: element.range, newText: write({ name: 'CustomerKey', text: customerKey }, element) }],
    },
  ];
}
