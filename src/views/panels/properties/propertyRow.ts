/** One property for a person: its value, how it is edited, and what is wrong with what was typed. */
import * as l10n from '@vscode/l10n';
import type { Catalogue, PropertyFact } from '../../../catalogue/index.ts';
import type { PropertyInput, PropertyRow } from '../../../shared/propertiesMessages.ts';
import { serverTime, valueAt, type SoapObject, type SoapValue } from '../../../soap/pure.ts';
import { formatBothTimes } from '../../display.ts';

/** What nobody changes: the service gives it, or it says which object is meant. */
const given =
  /^(?:ID|ObjectID|CustomerKey|SubscriberKey|CreatedDate|ModifiedDate|Status|PartnerKey|Client\..*|IsPlatformObject)$/;

interface Place {
  readonly path: string;
  readonly object: SoapObject;
  /** What can be changed; what the catalogue calls updatable when left out. */
  readonly editable?: readonly string[];
}

export function propertyRow(catalogue: Catalogue, objectType: string, place: Place): PropertyRow {
  const { path, object } = place;
  const fact = catalogue.property(objectType, path);
  const type = catalogue.typeOfPath(objectType, path) ?? fact?.dataType ?? '';
  const value = textOf(valueAt(object, path));
  const choices = catalogue.enumeration(type);
  return {
    ...{ path, value, type: type.replace(/^xs:/, '') },
    ...shownDate(type, value),
    ...(canChange(place, type, { fact, choices }) ? { input: inputOf(type, choices !== undefined) } : {}),
    ...(choices === undefined ? {} : { choices }),
    ...(fact?.maxLength === undefined ? {} : { maxLength: fact.maxLength }),
  };
}

function shownDate(type: string, value: string | null): { readonly shown?: string } {
  const date = type === 'xs:dateTime' && value !== null ? serverTime(value) : undefined;
  return date === undefined ? {} : { shown: formatBothTimes(date) };
}

/** What is known of a property beyond its type. */
interface Known {
  readonly fact: PropertyFact | undefined;
  readonly choices: readonly string[] | undefined;
}

function canChange({ path, editable }: Place, type: string, { fact, choices }: Known): boolean {
  const isSimple = type.startsWith('xs:') || choices !== undefined;
  if (!isSimple) return false;
  if (editable !== undefined) return editable.includes(path);
  return fact?.updatable === true && !given.test(path) && !path.includes('.');
}

/** As the service sent it; what has parts, as JSON. */
function textOf(value: SoapValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value, undefined, 1) : String(value);
}

function inputOf(type: string, isChoice: boolean): PropertyInput {
  if (isChoice) return 'choice';
  if (type === 'xs:boolean') return 'boolean';
  if (type === 'xs:dateTime') return 'date';
  return /^xs:(?:int|long|short|decimal|double)$/.test(type) ? 'number' : 'text';
}

/** What is wrong with a text that is to be written; undefined when it is right. */
export function problemOf(row: PropertyRow, text: string): string | undefined {
  return row.input === undefined ? undefined : checks[row.input](text, row);
}

type Check = (text: string, row: PropertyRow) => string | undefined;

const checks: Readonly<Record<PropertyInput, Check>> = {
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? undefined : l10n.t('A number is needed.')),
  boolean: (text) => (text === 'true' || text === 'false' ? undefined : l10n.t('true or false is needed.')),
  date: (text) =>
    serverTime(text) === undefined ? l10n.t('A date such as 2026-01-31T09:00:00 is needed.') : undefined,
  choice: (text, { choices = [] }) =>
    choices.includes(text) ? undefined : l10n.t('One of {0} is needed.', choices.join(', ')),
  text: (text, { maxLength = Infinity }) =>
    text.length > maxLength
      ? l10n.t('At most {0} characters; these are {1}.', maxLength, text.length)
      : undefined,
};

/** A text as the value that is written. */
export function writtenValue({ input }: PropertyRow, text: string): SoapValue {
  if (input === 'boolean') return text === 'true';
  return text;
}
