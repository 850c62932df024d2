/** D11: a date and time says its offset from UTC. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { Fix } from '../diagnostics/finding.ts';
import type { FileVariable } from '../scratch/model.ts';
import type { TextRange } from '../xml/node.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { child, textAt, valueOf, type Value } from '../subject/elements.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';

const withoutOffset = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

const onlyVariable = /^\{\{([\w-]+)\}\}$/;

export const dateOffset: Rule = {
  code: 'date-offset',
  rows: ['D11'],
  title: 'Dates and times with their offset from UTC',
  severity: 'warning',
  checkPart: (subject, { catalogue }) =>
    subject.elements
      .filter((typed) => isDate(typed, subject, catalogue))
      .flatMap(({ element }) => literalOf(valueOf(element), subject.file.variables))
      .filter(({ text }) => withoutOffset.test(text))
      .map((literal) => missingOffset(literal)),
};

/** True for an element that holds a date: by its type, or by the type of the property that it is compared with. */
function isDate({ name, type, parent }: TypedElement, { retrieve }: Subject, catalogue: Catalogue): boolean {
  // A schedule can say its time zone beside its times.
  if (type === 'xs:dateTime') return parent === undefined || child(parent.element, 'TimeZone') === undefined;
  if (name !== 'Value' || parent?.type !== 'SimpleFilterPart' || retrieve === undefined) return false;
  const property = textAt(parent.element, 'Property');
  if (property === undefined || child(parent.element, 'DateValue') !== undefined) return false;
  return catalogue.typeOfPath(retrieve.objectType.text, property) === 'xs:dateTime';
}

interface Literal {
  readonly text: string;
  readonly range: TextRange;
}

/** What is written, there or in the file variable that stands there alone. */
function literalOf(value: Value, variables: readonly FileVariable[]): Literal[] {
  if (!value.isDynamic) return [value];
  const name = onlyVariable.exec(value.text)?.[1];
  const variable = variables.find((candidate) => candidate.name === name);
  return variable === undefined ? [] : [{ text: variable.value, range: variable.valueRange }];
}

function missingOffset({ text, range }: Literal): RuleFinding {
  const full = text.includes('T') ? text : `${text}T00:00:00`;
  return {
    message: `${text} has no offset from UTC, so the service reads it in its own time, UTC-6 all year round.`,
    range,
    fixes: () => [
      fix('Add -06:00, the time that the service reads it in', `${full}-06:00`, range, true),
      fix('Add Z, for UTC', `${full}Z`, range, false),
    ],
  };
}

function fix(title: string, newText: string, range: TextRange, safe: boolean): Fix {
  return { title, safe, edits: [{ range, newText }] };
}
