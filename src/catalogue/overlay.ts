/** Reads the overlay: the table of objects, what a live Describe advertised, and where that is known to be wrong. */
import type { Overlay } from './catalogue.ts';
import {
  objectMethods,
  type MethodFact,
  type ObjectFacts,
  type ObjectMethod,
  type PropertyFact,
} from './model.ts';

/** A row of `data/objects.json`. `methods` has one sign for each of `objectMethods`; see `methodFacts`. */
export interface ObjectRow {
  readonly about: string;
  readonly keys: string;
  readonly methods: string;
  readonly actions?: string;
}

/** A row of `data/corrections.json`: a property of which Describe says the opposite of what was seen. */
export interface CorrectionRow {
  readonly object: string;
  readonly path: string;
  readonly dataType: string;
  readonly retrievable: boolean;
  readonly sureness: string;
  readonly note: string;
}

export interface OverlayData {
  readonly objects: Readonly<Record<string, ObjectRow>>;
  /** Describe's properties by object, one blank-separated token each; see `parseProperty`. */
  readonly described: Readonly<Record<string, string>>;
  readonly corrections: readonly CorrectionRow[];
}

/** Builds the overlay from its data. Throws on a row it cannot read: the data is ours, so that is a bug. */
export function readOverlay(data: OverlayData): Overlay {
  const objects = new Map(Object.entries(data.objects).map(([name, row]) => [name, readObject(name, row)]));
  const properties = new Map<string, PropertyFact[]>(
    Object.entries(data.described).map(([name, line]) => [name, line.split(' ').map(parseProperty)]),
  );
  for (const row of data.corrections) correct(properties, row);
  return { objects, properties };
}

function readObject(name: string, row: ObjectRow): ObjectFacts {
  if (row.methods.length !== objectMethods.length) throw new Error(`The methods of ${name} are incomplete.`);
  const methods = Object.fromEntries(
    objectMethods.map((method, index) => [method, methodFact(row.methods.charAt(index))]),
  ) as Record<ObjectMethod, MethodFact>;
  const split = (list: string): readonly string[] => (list === '' ? [] : list.split(' '));
  return { name, about: row.about, keys: split(row.keys), methods, performActions: split(row.actions ?? '') };
}

/** `Y` documented or observed, `y` inferred, `n` documented not to, `-` nothing known that would, `?` unknown. */
function methodFact(sign: string): MethodFact {
  switch (sign) {
    case 'Y':
      return { supported: true, sureness: 'documented' };
    case 'y':
      return { supported: true, sureness: 'inferred' };
    case 'n':
      return { supported: false, sureness: 'documented' };
    case '-':
      return { supported: false, sureness: 'inferred' };
    default:
      return { supported: 'unknown', sureness: 'unknown' };
  }
}

const propertyPattern = /^([^:]+):([^(/]+)(?:\((\d+)\))?\/(r?)(u?)([!o]?)$/;

/** `Path:DataType(maxLength)/flags`: `r` retrievable, `u` updatable, `!` required, `o` said not to be required. */
function parseProperty(token: string): PropertyFact {
  const match = propertyPattern.exec(token);
  if (match === null) throw new Error(`"${token}" is not a property of the catalogue's notation.`);
  const [, path = '', dataType = '', maxLength, retrievable, updatable, required] = match;
  return {
    path,
    dataType,
    retrievable: retrievable !== '',
    updatable: updatable !== '',
    ...(required === '' ? {} : { required: required === '!' }),
    ...(maxLength === undefined ? {} : { maxLength: Number(maxLength) }),
    sureness: 'described',
  };
}

function correct(properties: Map<string, PropertyFact[]>, row: CorrectionRow): void {
  const { object, path, dataType, retrievable, note } = row;
  const sureness = row.sureness === 'documented' ? 'documented' : 'observed';
  const facts = properties.get(object) ?? [];
  const index = facts.findIndex((fact) => fact.path === path);
  const previous = facts[index] ?? { path, dataType, updatable: false };
  const corrected: PropertyFact = { ...previous, retrievable, sureness, note };
  if (index === -1) facts.push(corrected);
  else facts[index] = corrected;
  properties.set(object, facts);
}
