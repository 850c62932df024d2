/** Questions and checks that many guides have. */
import * as l10n from '@vscode/l10n';
import type { Answers, Choice, ChoiceQuestion, PickQuestion, PickSource, TextQuestion } from './guide.ts';

type Check = (value: string) => string | undefined;

/** The web application cuts keys here (best-practices row D10). */
const longestKey = 36;

export const anything: Check = () => undefined;

export const required: Check = (value) =>
  value.trim() === '' ? l10n.t('This cannot be left out.') : undefined;

export const optionalKey: Check = (value) =>
  value.length > longestKey
    ? l10n.t('A key has at most {0} characters: the web application cuts what is longer.', longestKey)
    : undefined;

export const requiredKey: Check = (value) => required(value) ?? optionalKey(value);

export const emailAddress: Check = (value) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? undefined : l10n.t('This is no e-mail address.');

export const wholeNumber: Check = (value) =>
  /^[1-9]\d*$/.test(value.trim()) ? undefined : l10n.t('This must be a whole number above 0.');

/** With an offset, as the service would take it for its own time otherwise (best-practices row D11). */
export const momentWithOffset: Check = (value) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(value.trim()) &&
  !Number.isNaN(Date.parse(value))
    ? undefined
    : l10n.t(
        'Write date, time and offset like 2030-05-16T14:30:00+02:00: without an offset the service takes it for its own time.',
      );

/** `Name=Value` pairs, separated by commas or line breaks. */
export const pairs: Check = (value) => {
  const wrong = partsOf(value).find((part) => !/^[^=]+=/.test(part));
  return wrong === undefined ? undefined : l10n.t('“{0}” is no pair: write Name=Value.', wrong);
};

export function text(
  key: string,
  title: string,
  prompt: string,
  rest: Pick<TextQuestion, 'check'> & Partial<TextQuestion>,
): TextQuestion {
  return { kind: 'text', key, title, prompt, ...rest };
}

export function choice(
  key: string,
  title: string,
  choices: ChoiceQuestion['choices'],
  rest: Partial<ChoiceQuestion> = {},
): ChoiceQuestion {
  return { kind: 'choice', key, title, prompt: title, choices, ...rest };
}

/** Choices whose value is what is shown. */
export function plainly(...values: readonly string[]): readonly Choice[] {
  return values.map((value) => ({ value, label: value }));
}

export function pick(
  key: string,
  from: PickSource,
  title: string,
  rest: Partial<PickQuestion> = {},
): PickQuestion {
  return { kind: 'pick', key, from, title, prompt: title, ...rest };
}

/** The parts of an answer that may hold several, each trimmed. */
export function partsOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(/[\n,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function pairsOf(value: string | undefined): readonly (readonly [name: string, value: string])[] {
  return partsOf(value).map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
  });
}

/** An answer that must be there, since its question was asked. */
export function answer(answers: Answers, key: string): string {
  return (answers[key] ?? '').trim();
}
