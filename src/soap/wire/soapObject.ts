/** The plain values that API objects are read into and written from. */

/**
 * A value of an API object. Text is kept exactly. A number that would not be written back the same way (leading
 * zeros, more digits than a double holds) stays text; a dateTime stays text as the server wrote it, see `serverTime`.
 */
export type SoapValue = string | number | boolean | null | SoapObject | readonly SoapValue[];

/**
 * An API object: its properties by schema name. Absent means not sent, `null` means `xsi:nil`, `''` means empty text.
 * `$type` is the object's `xsi:type`; no element name can begin with `$`.
 */
export interface SoapObject {
  readonly $type?: string;
  readonly [property: string]: SoapValue | undefined;
}

/** True for an object, and not for a list, a text or null. */
export function isSoapObject(value: SoapValue | undefined): value is SoapObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path such as `Client.ID`; undefined where any step is missing. */
export function valueAt(object: SoapObject, path: string): SoapValue | undefined {
  let value: SoapValue | undefined = object;
  for (const step of path.split('.')) {
    if (!isSoapObject(value)) return undefined;
    value = value[step];
  }
  return value;
}

/** The value at a path as text: numbers and booleans as they are written; undefined where missing, null or an object. */
export function textAt(object: SoapObject, path: string): string | undefined {
  const value = valueAt(object, path);
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return String(value);
}

/** The value at a path as a number; undefined where there is none or it is not a number. */
export function numberAt(object: SoapObject, path: string): number | undefined {
  const value = valueAt(object, path);
  return typeof value === 'number' ? value : undefined;
}

/** The value at a path as a boolean; undefined where there is none. */
export function booleanAt(object: SoapObject, path: string): boolean | undefined {
  const value = valueAt(object, path);
  return typeof value === 'boolean' ? value : undefined;
}

/** The value at a path as a list of objects, whether it came once or many times. */
export function objectsAt(object: SoapObject, path: string): readonly SoapObject[] {
  const value = valueAt(object, path);
  const list: readonly SoapValue[] = Array.isArray(value) ? (value as readonly SoapValue[]) : [value ?? null];
  return list.filter(isSoapObject);
}
