/** D3: a key that no object of the org has. */
import { meantFix } from '../edits/meant.ts';
import { createdIn, namedColumns } from '../subject/dataExtensions.ts';
import { child, valueOf, type Value } from '../subject/elements.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

/** Types whose keys an org is asked for; a request mostly names these. */
const askedFor: ReadonlySet<string> = new Set([
  'DataExtension',
  'EmailSendDefinition',
  'TriggeredSendDefinition',
  'ImportDefinition',
  'QueryDefinition',
  'SendClassification',
  'SenderProfile',
]);

export const unknownKey: Rule = {
  code: 'unknown-key',
  rows: ['D3'],
  title: 'Keys of objects that there are',
  severity: 'warning',
  check: dataExtensions,
  checkPart: otherObjects,
};

/** Of the rows that are read or written; once for each key, where it is named first. */
function dataExtensions(subject: Subject, { facts, requests }: RuleContext): RuleFinding[] {
  const keys = new Map<string, Value>();
  for (const { key } of namedColumns(subject)) {
    if (!key.isDynamic && key.text !== '' && !keys.has(key.text)) keys.set(key.text, key);
  }
  return [...keys.values()]
    .filter(({ text }) => facts.columns(text)?.length === 0)
    .filter(({ text }) => createdIn(requests, 'DataExtension', text).length === 0)
    .map(({ text, range }) => ({
      message: `This business unit has no data extension with the external key ${text}.`,
      range,
    }));
}

function otherObjects(subject: Subject, context: RuleContext): RuleFinding[] {
  return subject.elements
    .filter((typed) => isReference(typed, subject))
    .flatMap(({ element, parent }) => unknownAmong(valueOf(element), parent?.type ?? '', context));
}

/** True for the key of an object that must be there already. */
function isReference({ name, parent }: TypedElement, subject: Subject): boolean {
  if (name !== 'CustomerKey' || parent?.type === undefined || !askedFor.has(parent.type)) return false;
  if (!subject.actsOn(parent)) return true;
  // A Create makes its objects, and so does an Update that may add.
  const mayAdd = subject.options !== undefined && child(subject.options, 'SaveOptions') !== undefined;
  return subject.method !== 'Create' && !mayAdd;
}

function unknownAmong(value: Value, type: string, { facts, requests }: RuleContext): RuleFinding[] {
  const { text, range } = value;
  const known = value.isDynamic || text === '' ? undefined : facts.keys(type);
  if (known?.complete !== true || createdIn(requests, type, text).length > 0) return [];
  const names = known.keys.map(({ key }) => key);
  if (names.some((name) => name.toLowerCase() === text.toLowerCase())) return [];
  return [
    {
      message: `This business unit has no ${type} with the key ${text}.`,
      range,
      fixes: () => meantFix(value, names),
    },
  ];
}
