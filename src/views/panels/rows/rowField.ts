/** A column of a data extension as the rows editor needs it. */
import type { ExportType } from '../../export/index.ts';
import type { DataExtensionField } from '../../trees/dataExtensions/dataExtension.ts';

/** What a column's values are compared and checked as. */
export type RowKind = 'text' | 'number' | 'boolean' | 'date';

export interface RowField extends DataExtensionField {
  readonly kind: RowKind;
}

const kinds: Readonly<Record<string, RowKind>> = {
  Number: 'number',
  Decimal: 'number',
  Boolean: 'boolean',
  Date: 'date',
};

export function rowField(field: DataExtensionField): RowField {
  return { ...field, kind: kinds[field.type] ?? 'text' };
}

/** As what an export writes the values of a column: a date stays the text that the service wrote. */
export function exportType({ kind }: RowField): ExportType {
  return kind === 'date' ? 'text' : kind;
}
