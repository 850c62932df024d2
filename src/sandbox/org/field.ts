/** The columns of data extensions. */

/** A column. It is the same object as long as the column lives: rows refer to it. */
export interface Field {
  readonly objectId: string;
  name: string;
  readonly type: string;
  /** Longest value in characters; for Decimal the number of digits. Undefined means unlimited. */
  maxLength: number | undefined;
  readonly scale: number | undefined;
  isRequired: boolean;
  readonly isPrimaryKey: boolean;
  readonly ordinal: number;
  defaultValue: string;
  /** What rows show that are older than the column. */
  readonly older: string | null;
  readonly createdAt: number;
  modifiedAt: number;
}
