/** DataExtensionObject: the rows of data extensions. */
import type { CellSource } from '../org/cellSource.ts';
import { fieldNamed, type DataExtension } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';
import type { RowProperty, Rows, RowWriter, ValueKind } from '../retrieve/rows.ts';
import { encodedOctets, toOctets } from '../xml/octets.ts';
import { textElement } from '../xml/writer.ts';
import type { ApiObject, RetrieveScope } from './apiObject.ts';
import { createRow, deleteRow, updateRow } from './dataExtensionObjectWrites.ts';
import { extensionIn, tellOfShared } from './shared.ts';

export const dataExtensionObject: ApiObject = {
  type: 'DataExtensionObject',
  reachesShared: ['Retrieve', 'Create', 'Update', 'Delete'],
  retrieve: (scope) => {
    const extension = extensionOf(scope);
    return extension === undefined
      ? `Data extension does not exist: ${scope.argument ?? ''}.`
      : extensionRows(extension);
  },
  create: createRow,
  update: updateRow,
  delete: deleteRow,
};

/** The data extension in the brackets. */
function extensionOf(scope: RetrieveScope): DataExtension | undefined {
  const { caller, accounts, allAccounts, argument = '' } = scope;
  const shared = allAccounts && caller.parent !== undefined ? [caller.parent] : [];
  const found = extensionIn(scope, [...accounts, ...shared], argument);
  if (found === undefined) tellOfShared(scope, argument);
  return found;
}

/** The number of a row, a column that every data extension has besides its own. */
const rowNumber = '_CustomObjectKey';

/** The rows of a data extension; an item is a position of its table. */
export function extensionRows(extension: DataExtension): Rows<number> {
  const { rows } = extension;
  return {
    scan: (from, visit) => {
      for (let position = from; position < rows.end; position++) {
        if (rows.has(position) && !visit(position, position)) return;
      }
    },
    property: (name) => propertyOf(extension, name),
    writer: (names) => writerOf(extension, names),
  };
}

const kinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['Number', 'number'],
  ['Decimal', 'number'],
  ['Boolean', 'boolean'],
  ['Date', 'date'],
]);

/** LIKE is not supported for rows (documented). */
const refusedOperators = ['like'];

function propertyOf(extension: DataExtension, name: string): RowProperty<number> | undefined {
  if (name === rowNumber) return { kind: 'number', value: (position) => position + 1 };
  const field = fieldNamed(extension, name);
  if (field === undefined) return undefined;
  return {
    kind: kinds.get(field.type) ?? 'text',
    refuses: refusedOperators,
    value: (position) => extension.rows.cell(position, field),
  };
}

const start =
  '<Results xsi:type="DataExtensionObject"><PartnerKey xsi:nil="true"/><ObjectID xsi:nil="true"/>' +
  '<Type>DataExtensionObject</Type><Properties>';
const end = '</Properties></Results>';

/** A column of the answer: how a row's cell is written, by its source or by looking it up. */
interface Column {
  readonly generated: (position: number) => string;
  readonly written: (position: number) => string;
}

/** Writes rows with the columns asked for, in that order. `*` is no column, and no rows come of it (observed). */
function writerOf(extension: DataExtension, names: readonly string[]): RowWriter<number> | string {
  if (names.includes('*')) return { write: () => '' };
  const columns: Column[] = [];
  for (const name of names) {
    const field = fieldNamed(extension, name);
    if (field === undefined && name !== rowNumber) return `Invalid column name '${name}'.`;
    columns.push(field === undefined ? numberColumn : fieldColumn(extension, field));
  }
  const { rows } = extension;
  const generated = columns.map((column) => column.generated);
  const written = columns.map((column) => column.written);
  return {
    write: (position) => {
      let text = start;
      for (const write of rows.isWritten(position) ? written : generated) text += write(position);
      return text + end;
    },
  };
}

function property(name: string, value: string | null): string {
  return `<Property>${textElement('Name', name)}${textElement('Value', value ?? '')}</Property>`;
}

const numberColumn: Column = {
  generated: (position) => property(rowNumber, String(position + 1)),
  written: (position) => property(rowNumber, String(position + 1)),
};

/** Most generated columns draw on a pool of texts: each of these is written once, and rows refer to it. */
function fieldColumn(extension: DataExtension, field: Field): Column {
  const { rows } = extension;
  const written = (position: number): string => toOctets(property(field.name, rows.cell(position, field)));
  const source = rows.sourceOf(field);
  if (source === undefined) {
    const older = encodedOctets(property(field.name, field.older));
    return { written, generated: () => older };
  }
  const { pool } = source;
  if (pool === undefined) return { written, generated: computedCell(field, source) };
  const pieces = preparedPieces(field, pool.texts);
  return { written, generated: (position) => pieces[pool.pick(position)] ?? '' };
}

/** The written texts of pools, kept for as long as their columns live: as much as the columns' own texts again. */
const prepared = new WeakMap<Field, { readonly name: string; readonly pieces: readonly string[] }>();

function preparedPieces(field: Field, texts: readonly (string | null)[]): readonly string[] {
  const known = prepared.get(field);
  if (known?.name === field.name) return known.pieces;
  const pieces = texts.map((text) => encodedOctets(property(field.name, text)));
  prepared.set(field, { name: field.name, pieces });
  return pieces;
}

/** Anything but printable ASCII without the characters that XML has a use for. */
const notPlain = /[^ -%'-;=?-~]/;

function computedCell(field: Field, source: CellSource): (position: number) => string {
  const head = encodedOctets(`<Property>${textElement('Name', field.name)}<Value>`);
  const tail = '</Value></Property>';
  return (position) => {
    const cell = source.cell(position);
    const isPlain = cell !== null && cell !== '' && !notPlain.test(cell);
    return isPlain ? head + cell + tail : toOctets(property(field.name, cell));
  };
}
