/** Which column of an import file goes where. */
import type { ApiStruct } from '../../message/value.ts';
import type { Destination } from './destination.ts';

/** The names of the destination by the place of their column in the file; columns that go nowhere are left out. */
export type Mapping = ReadonlyMap<number, string>;

/** What maps the columns of a file, given its heading; a sentence when the file does not fit. */
export function mappingOf(
  definition: ApiStruct,
  destination: Destination,
  heading: readonly string[],
): Mapping | string {
  const kind = definition.text('FieldMappingType', 'InferFromColumnHeadings');
  if (kind === 'InferFromColumnHeadings') return byHeading(destination, heading);
  const maps = fieldMaps(definition);
  const ordinals = maps.map(({ ordinal }) => ordinal);
  // The vendor's samples count from 0 and from 1: a 0 tells which.
  const first = ordinals.includes(0) ? 0 : 1;
  const mapping = new Map<number, string>();
  for (const { source, ordinal, name } of maps) {
    const place = ordinal === undefined ? placeIn(heading, source) : ordinal - first;
    const target = destination.nameOf(name);
    if (target === undefined) return `The destination has no "${name}".`;
    if (place === undefined) return `The file has no column "${source}".`;
    mapping.set(place, target);
  }
  return mapping;
}

/** Headings that the destination does not know go nowhere, without a word (as attributes do). */
function byHeading(destination: Destination, heading: readonly string[]): Mapping | string {
  const mapping = new Map<number, string>();
  for (const [place, name] of heading.entries()) {
    const target = destination.nameOf(name.trim());
    if (target !== undefined) mapping.set(place, target);
  }
  return mapping.size > 0 ? mapping : 'No heading of the file is a name of the destination.';
}

function placeIn(heading: readonly string[], name: string): number | undefined {
  const place = heading.findIndex((each) => each.trim().toLowerCase() === name.toLowerCase());
  return place === -1 ? undefined : place;
}

export interface FieldMap {
  readonly source: string;
  readonly ordinal: number | undefined;
  readonly name: string;
}

export function fieldMaps(definition: ApiStruct): readonly FieldMap[] {
  return (definition.struct('FieldMaps')?.structs('FieldMap') ?? []).map((map) => ({
    source: map.text('SourceName', ''),
    ordinal: map.number('SourceOrdinal'),
    name: map.text('DestinationName', ''),
  }));
}
