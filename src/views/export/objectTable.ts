/** Makes a table of any answer of the API: objects become rows, their values columns. */
import type { ResultCell } from '../../shared/resultMessages.ts';
import { isSoapObject, objectsAt, textAt, type SoapObject, type SoapValue } from '../../soap/pure.ts';

/** Where the rows of an answer are, by the root element of its message. */
const rowPaths: ReadonlyMap<string, string> = new Map([
  ['RetrieveResponseMsg', 'Results'],
  ['QueryResponseMsg', 'Results'],
  ['CreateResponse', 'Results'],
  ['UpdateResponse', 'Results'],
  ['DeleteResponse', 'Results'],
  ['ExecuteResponseMsg', 'Results'],
  ['PerformResponseMsg', 'Results.Result'],
  ['ConfigureResponseMsg', 'Results.Result'],
  ['ScheduleResponseMsg', 'Results.Result'],
  ['SystemStatusResponseMsg', 'Results.Result'],
  ['ExtractResponseMsg', 'Results.ExtractResult'],
  ['VersionInfoResponseMsg', 'VersionInfo'],
]);

/** The objects of an answer that are shown as rows. */
export function rowObjects(name: string, content: SoapObject): SoapObject[] {
  if (name !== 'DefinitionResponseMsg') return [...objectsAt(content, rowPaths.get(name) ?? 'Results')];
  return objectsAt(content, 'ObjectDefinition').flatMap((definition) => {
    const objectType = textAt(definition, 'ObjectType') ?? '';
    const properties = [
      ...objectsAt(definition, 'Properties'),
      ...objectsAt(definition, 'ExtendedProperties.ExtendedProperty'),
    ];
    return properties.map((property) => ({ ObjectType: objectType, ...property }));
  });
}

/** Collects rows whose columns come up as they come. */
export class TableBuilder {
  readonly columns: string[] = [];
  readonly rows: ResultCell[][] = [];
  private readonly index = new Map<string, number>();

  /** Adds one row for each object; gives the index of the first. */
  add(objects: readonly SoapObject[]): number {
    const from = this.rows.length;
    for (const object of objects) {
      const row: (ResultCell | undefined)[] = [];
      for (const [column, value] of cellsOf(object)) row[this.columnIndex(column)] = value;
      // A place that was skipped holds nothing: it is not there in this object.
      this.rows.push(Array.from(row, (cell) => (cell === undefined ? '' : cell)));
    }
    return from;
  }

  private columnIndex(column: string): number {
    let index = this.index.get(column);
    if (index === undefined) {
      index = this.columns.length;
      this.columns.push(column);
      this.index.set(column, index);
    }
    return index;
  }
}

/** Written on every object, asked for or not, and nil most of the time. */
const nilPair = new Set(['PartnerKey', 'ObjectID']);

function* cellsOf(object: SoapObject): Generator<readonly [string, ResultCell]> {
  if (object.$type === 'DataExtensionObject') {
    yield* namedValues(objectsAt(object, 'Properties.Property'), '');
  } else {
    yield* flatten(object, '');
  }
}

function* flatten(object: SoapObject, prefix: string): Generator<readonly [string, ResultCell]> {
  for (const [name, value] of Object.entries(object)) {
    if (name === '$type' || value === undefined || (value === null && nilPair.has(name))) continue;
    const path = `${prefix}${name}`;
    if (isSoapObject(value)) yield* flatten(value, `${path}.`);
    else if (typeof value === 'object' && value !== null) yield* listCells(value, path);
    else yield [path, value === null ? null : String(value)];
  }
}

/** A list of name and value pairs becomes a column for each name; any other list one column with its JSON. */
function* listCells(list: readonly SoapValue[], path: string): Generator<readonly [string, ResultCell]> {
  const objects = list.filter(isSoapObject);
  const arePairs =
    objects.length === list.length && objects.every((item) => 'Name' in item && 'Value' in item);
  if (arePairs) yield* namedValues(objects, `${path}.`);
  else yield [path, JSON.stringify(list)];
}

function* namedValues(
  pairs: readonly SoapObject[],
  prefix: string,
): Generator<readonly [string, ResultCell]> {
  for (const pair of pairs) {
    const value = pair['Value'];
    yield [`${prefix}${textAt(pair, 'Name') ?? ''}`, value === null ? null : (textAt(pair, 'Value') ?? '')];
  }
}
