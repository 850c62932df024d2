/** The data extensions whose columns a request names, and those that the file itself creates. */
import type { XmlElementNode } from '../xml/node.ts';
import type { RuleContext } from '../rules/rule.ts';
import { all, textAt, valueAt, valueOf, type Value } from './elements.ts';
import type { NamedObjects } from './requests.ts';
import type { Subject } from './subject.ts';

/** Columns of one data extension, as a request names them. */
export interface NamedColumns {
  /** External key of the data extension. */
  readonly key: Value;
  /** Read when they are wanted: a call can name very many. */
  readonly columns: () => readonly Value[];
}

const rowsOf = /^DataExtensionObject\[(.+)\]$/;

/** What a retrieve or a write says of rows. */
export function namedColumns(subject: Subject): readonly NamedColumns[] {
  const { retrieve } = subject;
  if (retrieve === undefined) return subject.isWrite ? writtenColumns(subject) : [];
  const key = rowsOf.exec(retrieve.objectType.text)?.[1];
  if (key === undefined) return [];
  const columns = (): readonly Value[] => [...retrieve.properties, ...filterProperties(subject)];
  return [{ key: { ...retrieve.objectType, text: key }, columns }];
}

/** The properties that the filters of a request compare. */
export function filterProperties({ elements }: Subject): readonly Value[] {
  return elements
    .filter(({ name, parent }) => name === 'Property' && parent?.type === 'SimpleFilterPart')
    .map(({ element }) => valueOf(element));
}

/**
 * Columns of a data extension: of the org's, or of one that a request of this file creates. Undefined when neither
 * is known.
 */
export function knownColumns(key: string, { requests, facts }: RuleContext): readonly string[] | undefined {
  const live = facts.columns(key);
  if (live !== undefined && live.length > 0) return live.map(({ name }) => name);
  return createdIn(requests, 'DataExtension', key)
    .map((element) => all(element, 'Fields.Field').flatMap((field) => textAt(field, 'Name') ?? []))
    .find((columns) => columns.length > 0);
}

/** The objects of this type and key that requests of the file create. */
export function createdIn(requests: NamedObjects, type: string, key: string): readonly XmlElementNode[] {
  return requests
    .named(type, key)
    .filter(({ subject }) => subject.method === 'Create')
    .map(({ element }) => element);
}

function writtenColumns({ objects }: Subject): NamedColumns[] {
  return objects
    .filter(({ type }) => type === 'DataExtensionObject')
    .flatMap(({ element }) => {
      const key = valueAt(element, 'CustomerKey');
      if (key === undefined) return [];
      return [{ key, columns: () => columnsOfRow(element) }];
    });
}

function columnsOfRow(row: XmlElementNode): readonly Value[] {
  const named = [...all(row, 'Properties.Property'), ...all(row, 'Keys.Key')];
  return named.flatMap((property) => valueAt(property, 'Name') ?? []);
}
