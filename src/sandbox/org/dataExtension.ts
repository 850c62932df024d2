/** Data extensions as the org keeps them. */
import type { Owned } from './collection.ts';
import type { Field } from './field.ts';
import type { RowTable } from './rowTable.ts';

/** When and what of a data extension is deleted by itself. */
export interface Retention {
  /** How many of `unit`; undefined when there is no period. */
  readonly length: number | undefined;
  readonly unit: string | undefined;
  readonly rowBased: boolean;
  readonly resetOnImport: boolean;
  readonly deleteAtEnd: boolean;
  /** A date as US text, or empty. */
  readonly until: string;
}

export interface DataExtension extends Owned {
  readonly objectId: string;
  key: string;
  name: string;
  description: string;
  folderId: number;
  isSendable: boolean;
  isTestable: boolean;
  /** The column that holds whom to send to. */
  sendableField: string | undefined;
  /** What that column is matched with, `_SubscriberKey`, `_EmailAddress` or `_SubscriberID`. */
  sendableSubscriberField: string | undefined;
  templateKey: string | undefined;
  retention: Retention;
  /** Since when its retention period runs; undefined for one that is over. */
  retainedFrom: number | undefined;
  fields: Field[];
  readonly rows: RowTable;
  readonly createdAt: number;
  modifiedAt: number;
}

/** No retention. */
export const keepForever: Retention = {
  length: undefined,
  unit: undefined,
  rowBased: false,
  resetOnImport: false,
  deleteAtEnd: false,
  until: '',
};

/** A column by its name, without regard to case. */
export function fieldNamed(extension: DataExtension, name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return extension.fields.find((field) => field.name.toLowerCase() === wanted);
}

/** The columns that make up the key of a row, in their order. */
export function primaryKeyOf(extension: DataExtension): readonly Field[] {
  return extension.fields.filter((field) => field.isPrimaryKey);
}
