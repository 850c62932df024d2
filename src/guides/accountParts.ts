/** What business units and clients of an agency have in common: both are accounts below another one. */
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
  { element: 'Name', title: 'Name', prompt: 'What it is called', check: required, example: 'South' },
  { element: 'Email', title: 'E-mail address', prompt: 'Mail is sent from it', check: emailAddress },
  { element: 'FromName', title: 'From name', prompt: 'Who mail is from, to its readers', check: required },
  { element: 'BusinessName', title: 'Business name', prompt: 'In the footer of mail', check: required },
  { element: 'Phone', title: 'Phone', prompt: 'May be empty', check: anything },
  {
    element: 'Address',
    title: 'Address',
    prompt: 'Street and number; in the footer of mail',
    check: required,
  },
  { element: 'City', title: 'City', prompt: 'In the footer of mail', check: required },
  { element: 'State', title: 'State', prompt: 'Or the region', check: required },
  { element: 'Zip', title: 'Postal code', prompt: 'In the footer of mail', check: required },
  { element: 'Country', title: 'Country', prompt: 'Two letters', check: country, example: 'PT' },
];

function country(value: string): string | undefined {
  return /^[A-Za-z]{2}$/.test(value.trim()) ? undefined : 'Write the two letters of the country, such as PT.';
}

/** Name, key and all that the service wants to know of a new account. */
export const accountQuestions: readonly Question[] = accountParts.flatMap(({ element, title, ...part }) => {
  const question = text(element, title, part.prompt, part);
  const key = text('key', 'Customer key', 'What programs know it by', { check: requiredKey });
  return element === 'Name' ? [question, key] : [question];
});

/** The parts that were answered, in the order of the schema. */
export function accountElements(answers: Answers): readonly Xml[] {
  return accountParts.flatMap(({ element }) => given(element, answer(answers, element)));
}
