/** Elements of requests that the service knows and the published schema does not (recorded). */
import type { XmlElement } from '../xml/element.ts';
import { ApiStruct, type ApiValue } from './value.ts';

const newer: Readonly<Record<string, readonly string[]>> = {
  AccountUser: ['BusinessUnitAssignmentConfiguration'],
};

export function isNewer(type: string, name: string): boolean {
  return newer[type]?.includes(name) === true;
}

/** The value of an element of which nothing is known: a text, or a structure of such values named after it. */
export function loose(element: XmlElement): ApiValue {
  if (element.children.length === 0) return element.text.trim();
  const struct = new ApiStruct(element.name);
  for (const child of element.children) struct.add(child.name, loose(child));
  return struct;
}
