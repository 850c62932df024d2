/** What business units and clients of an agency have in common: both are accounts below another one. */
import * as l10n from '@vscode/l10n';
import type { Answers, Question, TextQuestion } from './guide.ts';
import { answer, anything, emailAddress, required, requiredKey, text } from './questions.ts';
import { given, type Xml } from './xml.ts';

/** A part of an account, in the order of the schema. */
interface Part {
  readonly element: string;
  readonly title: string;
  readonly prompt: string;
  readonly check: TextQuestion['check'];
  readonly example?: string;
}

export const accountParts: readonly Part[] = [
  {
    element: 'Name',
    title: l10n.t('Name'),
    prompt: l10n.t('What it is called'),
    check: required,
    example: 'South',
  },
  {
    element: 'Email',
    title: l10n.t('E-mail address'),
    prompt: l10n.t('Mail is sent from it'),
    check: emailAddress,
  },
  {
    element: 'FromName',
    title: l10n.t('From name'),
    prompt: l10n.t('Who mail is from, to its readers'),
    check: required,
  },
  {
    element: 'BusinessName',
    title: l10n.t('Business name'),
    prompt: l10n.t('In the footer of mail'),
    check: required,
  },
  { element: 'Phone', title: l10n.t('Phone'), prompt: l10n.t('May be empty'), check: anything },
  {
    element: 'Address',
    title: l10n.t('Address'),
    prompt: l10n.t('Street and number; in the footer of mail'),
    check: required,
  },
  { element: 'City', title: l10n.t('City'), prompt: l10n.t('In the footer of mail'), check: required },
  { element: 'State', title: l10n.t('State'), prompt: l10n.t('Or the region'), check: required },
  { element: 'Zip', title: l10n.t('Postal code'), prompt: l10n.t('In the footer of mail'), check: required },
  {
    element: 'Country',
    title: l10n.t('Country'),
    prompt: l10n.t('Two letters'),
    check: country,
    example: 'PT',
  },
];

function country(value: string): string | undefined {
  return /^[A-Za-z]{2}$/.test(value.trim())
    ? undefined
    : l10n.t('Write the two letters of the country, such as PT.');
}

/** Name, key and all that the service wants to know of a new account. */
export const accountQuestions: readonly Question[] = accountParts.flatMap(({ element, title, ...part }) => {
  const question = text(element, title, part.prompt, part);
  const key = text('key', l10n.t('Customer key'), l10n.t('What programs know it by'), { check: requiredKey });
  return element === 'Name' ? [question, key] : [question];
});

/** The parts that were answered, in the order of the schema. */
export function accountElements(answers: Answers): readonly Xml[] {
  return accountParts.flatMap(({ element }) => given(element, answer(answers, element)));
}
