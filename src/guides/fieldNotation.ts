/** A short way to write the fields of a data extension: `Name Type(length) key required default=…`. */
import * as l10n from '@vscode/l10n';
import { partsOf } from './questions.ts';

/** The types that a field can be created with. */
const types = ['Text', 'Number', 'Decimal', 'Date', 'Boolean', 'EmailAddress', 'Phone', 'Locale'] as const;

export interface FieldSpec {
  readonly name: string;
  readonly type: (typeof types)[number];
  /** Of Text: most characters; of Decimal: digits in all. */
  readonly length?: string;
  /** Of Decimal: digits after the point. */
  readonly scale?: string;
  readonly isKey: boolean;
  readonly isRequired: boolean;
  readonly byDefault?: string;
}

/** A comma inside of brackets separates no fields: `Price Decimal(10;2)` is written with a semicolon. */
const pattern = /^(\S+)\s+(\w+)(?:\((\d+)(?:;(\d+))?\))?((?:\s+(?:key|required|default=\S+))*)$/i;

/** What is wrong with the notation; undefined when it can be read. */
export function fieldProblem(value: string): string | undefined {
  const parts = partsOf(value);
  if (parts.length === 0) return l10n.t('A data extension needs at least one field.');
  const wrong = parts.find((part) => readField(part) === undefined);
  if (wrong !== undefined) {
    return l10n.t(
      '“{0}” is not understood: write Name Type(length) key required default=…; types are {1}.',
      wrong,
      types.join(', '),
    );
  }
  const names = parts.map((part) => readField(part)?.name.toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return l10n.t('The name {0} is there twice.', twice);
  const endless = fieldsOf(value).find(
    ({ type, length, isKey }) => isKey && type === 'Text' && length === undefined,
  );
  return endless === undefined
    ? undefined
    : l10n.t('The key {0} needs a length: {1} Text(50) key.', endless.name, endless.name);
}

/** The fields of a notation that has no problem. */
export function fieldsOf(value: string | undefined): readonly FieldSpec[] {
  return partsOf(value).flatMap((part) => readField(part) ?? []);
}

function readField(text: string): FieldSpec | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, name = '', word = '', length, scale, flags = ''] = match;
  const type = types.find((each) => each.toLowerCase() === word.toLowerCase());
  if (type === undefined) return undefined;
  const byDefault = /default=(\S+)/i.exec(flags)?.[1];
  return {
    name,
    type,
    ...(length === undefined ? {} : { length }),
    ...(scale === undefined ? {} : { scale }),
    isKey: /\bkey\b/i.test(flags.replace(/default=\S+/i, '')),
    isRequired: /\brequired\b/i.test(flags.replace(/default=\S+/i, '')),
    ...(byDefault === undefined ? {} : { byDefault }),
  };
}
