/** A column of a data extension as the rows editor needs it. */
import type { ExportType } from '../../export/index.ts';
import type { CallOptions, SoapClient } from '../../../soap/index.ts';
import {
  fieldsQuery,
  readField,
  type DataExtensionField,
  type DataExtensionId,
} from '../../trees/dataExtensions/dataExtension.ts';

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

/** The columns of a data extension in their order; none when it is gone. @throws MarketingCloudError */
export async function retrieveRowFields(
  client: SoapClient,
  target: DataExtensionId,
  options?: CallOptions,
): Promise<RowField[]> {
  const objects = await client.retrieveAll(fieldsQuery(target), options);
  return objects.map((object) => rowField(readField(object))).sort((a, b) => a.ordinal - b.ordinal);
}

/** As what an export writes the values of a column: a date stays the text that the service wrote. */
export function exportType({ kind }: RowField): ExportType {
  return kind === 'date' ? 'text' : kind;
}
