/**
 * Columns as they are asked for in a write: what makes a new one, and what may change in one that is there. What is
 * allowed is documented or observed; the texts of the refusals are inferred.
 */
import type { ApiStruct } from '../message/value.ts';
import { fieldNamed, type DataExtension } from '../org/dataExtension.ts';
import type { Field } from '../org/field.ts';
import type { Org } from '../org/org.ts';
import { formatUsText } from '../serverTime.ts';
import { readCell } from './rowValues.ts';

/** Types whose values have a length of their own, whatever is asked for. */
const fixedLengths: ReadonlyMap<string, number | undefined> = new Map([
  ['EmailAddress', 254],
  ['Phone', 50],
  ['Locale', 5],
  ['Number', undefined],
  ['Date', undefined],
  ['Boolean', undefined],
]);

const longestName = 128;
const longestText = 4000;
const defaultDigits = 18;

export interface FieldMaking {
  readonly org: Org;
  readonly now: number;
  readonly ordinal: number;
}

/** A new column, or why there is none. */
export function newField(struct: ApiStruct, { org, now, ordinal }: FieldMaking): Field | string {
  const name = struct.text('Name', '');
  const type = struct.text('FieldType', 'Text');
  const maxLength = lengthOf(struct, type);
  const problem = nameProblem(name) ?? (type === 'Text' ? lengthProblem(name, maxLength) : undefined);
  if (problem !== undefined) return problem;
  const isPrimaryKey = struct.flag('IsPrimaryKey', false);
  const field: Field = {
    objectId: org.random.guid(),
    name,
    type,
    maxLength,
    scale: type === 'Decimal' ? struct.number('Scale', 0) : undefined,
    isRequired: isPrimaryKey || struct.flag('IsRequired', false),
    isPrimaryKey,
    ordinal: struct.number('Ordinal', ordinal),
    defaultValue: struct.text('DefaultValue', ''),
    older: null,
    createdAt: now,
    modifiedAt: now,
  };
  const filled = readCell(field, defaultCell(field, now));
  if ('reason' in filled) return `The default value of the field ${name} is not valid.`;
  return { ...field, older: filled.text };
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'A field must have a name.';
  return name.length > longestName
    ? `The name of the field ${name} is longer than 128 characters.`
    : undefined;
}

function lengthProblem(name: string, length: number | undefined): string | undefined {
  const fits = length === undefined || (length >= 1 && length <= longestText);
  return fits ? undefined : `The length of the field ${name} must be from 1 to 4000.`;
}

/** What a cell holds that nobody filled; `getdate()` is the moment of writing (documented). */
export function defaultCell(field: Field, now: number): string | null {
  if (field.defaultValue === '') return null;
  return /^getdate\(\)$/i.test(field.defaultValue) ? formatUsText(now) : field.defaultValue;
}

function lengthOf(struct: ApiStruct, type: string): number | undefined {
  if (fixedLengths.has(type)) return fixedLengths.get(type);
  return struct.number('MaxLength') ?? (type === 'Decimal' ? defaultDigits : undefined);
}

/** The column of a data extension that a structure names by its ObjectID, key or name. */
export function existingField(extension: DataExtension, struct: ApiStruct): Field | undefined {
  const objectId = struct.text('ObjectID');
  if (objectId !== undefined && objectId !== '') {
    return extension.fields.find((field) => field.objectId === objectId.toLowerCase());
  }
  return fieldNamed(extension, struct.text('Name', ''));
}

/** Why a column cannot be changed so; undefined when it can. */
export function changeProblem(extension: DataExtension, field: Field, struct: ApiStruct): string | undefined {
  const namesake = fieldNamed(extension, struct.text('Name', field.name));
  if (namesake !== undefined && namesake !== field)
    return `The field name ${namesake.name} is already in use.`;
  // A type cannot change, and naming it at all is refused but for Decimal (observed by a public tool).
  if (struct.has('FieldType') && field.type !== 'Decimal')
    return `The type of the field ${field.name} cannot be changed.`;
  const length = struct.number('MaxLength');
  if (length !== undefined && (field.maxLength === undefined || length < field.maxLength)) {
    return `The length of the field ${field.name} cannot be reduced.`;
  }
  if (struct.flag('IsRequired') === true && !field.isRequired) {
    return `The field ${field.name} cannot be made required.`;
  }
  return undefined;
}

/** Changes a column as asked for; `changeProblem` has found nothing against it. */
export function changeField(field: Field, struct: ApiStruct, now: number): void {
  field.name = struct.text('Name', field.name);
  field.maxLength = struct.number('MaxLength', field.maxLength);
  field.isRequired = field.isPrimaryKey || struct.flag('IsRequired', field.isRequired);
  field.defaultValue = struct.text('DefaultValue', field.defaultValue);
  field.modifiedAt = now;
}
