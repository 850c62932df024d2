/** Writes structures as XML by the catalogue: members in the order of the schema, with the service's own habits. */
import { shippedCatalogue as catalogue } from '../../catalogue/index.ts';
import { element, textElement } from '../xml/writer.ts';
import type { ApiStruct, ApiValue } from './value.ts';

const nil = ' xsi:nil="true"';

/**
 * What the service writes of every value of a class whether or not it was asked for, nested values too, since its own
 * classes have no way to leave it out (recorded).
 */
const defaults: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  APIObject: { PartnerKey: null, ObjectID: null },
  Account: { AccountType: 'None', Subscription: null },
  BusinessUnit: { MasterUnsubscribeBehavior: 'ENTIRE_ENTERPRISE' },
};

const knownDefaults = new Map<string, ReadonlyMap<string, string | null>>();

/** The defaults of a type, those of the types it descends from among them. */
function defaultsOf(type: string): ReadonlyMap<string, string | null> {
  const known = knownDefaults.get(type);
  if (known !== undefined) return known;
  const classes = Object.entries(defaults).filter(([name]) => catalogue.isA(type, name));
  const found = new Map(classes.flatMap(([, members]) => Object.entries(members)));
  knownDefaults.set(type, found);
  return found;
}

/**
 * Members that the service writes though the published schema lacks them, and after which member they stand.
 * Recorded on every kind of send definition and on automations.
 */
const newerMembers: ReadonlyMap<string, string> = new Map([['CustomerKey', 'IsPlatformObject']]);

/**
 * One element with a value. A structure gets an `xsi:type` when its type is not the declared one, as in `Results` of
 * a retrieve and `Object` of a result.
 */
export function encode(name: string, value: ApiValue, declaredType: string): string {
  if (value === null) return `<${name}${nil}/>`;
  if (typeof value === 'string') return textElement(name, value);
  const type = value.type === declaredType ? '' : ` xsi:type="${value.type}"`;
  return element(name, encodeMembers(value), type);
}

/** The members of a structure, without an element around them. */
export function encodeMembers(struct: ApiStruct): string {
  const absent = defaultsOf(struct.type);
  let content = '';
  for (const { name, type } of catalogue.elementsOf(struct.type)) {
    for (const value of struct.all(name)) content += encode(name, value, type);
    const fallback = absent.get(name);
    if (fallback !== undefined && !struct.has(name)) content += encode(name, fallback, type);
    const newer = newerMembers.get(name);
    if (newer !== undefined && struct.has(newer)) content += textElement(newer, struct.text(newer, ''));
  }
  return content;
}
