/** What the rows editor's host and its page say to each other about a CSV file that is being imported. */

export const importDelimiters = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar' },
] as const;

export const importEncodings = ['utf-8', 'utf-16le', 'windows-1252'] as const;
export type ImportEncoding = (typeof importEncodings)[number];

export const importModes = [
  { value: 'upsert', label: 'Add and update' },
  { value: 'add', label: 'Add only' },
  { value: 'update', label: 'Update only' },
] as const;
export type ImportMode = (typeof importModes)[number]['value'];

export interface ImportOptions {
  readonly delimiter: string;
  readonly encoding: ImportEncoding;
  readonly hasHeader: boolean;
  /** For each column of the file, the column that it goes into; null for none. */
  readonly mapping: readonly (string | null)[];
  readonly mode: ImportMode;
}

/** A line of the file that is not, or would not be, written. */
export interface RejectedLine {
  /** From 1, the header counted. */
  readonly line: number;
  readonly message: string;
}

export interface ImportResult {
  readonly isDryRun: boolean;
  readonly read: number;
  /** Rows that are fine, or were written. */
  readonly good: number;
  readonly rejected: number;
  /** The first of them. */
  readonly examples: readonly RejectedLine[];
  /** Where all of them are, as a file that can be corrected and imported. */
  readonly rejectedFile?: string;
  readonly wasCancelled?: boolean;
}

/** Everything the page shows of an import. Always sent whole. */
export interface ImportPlan {
  readonly file: string;
  readonly options: ImportOptions;
  readonly headers: readonly string[];
  readonly preview: readonly (readonly string[])[];
  /** Columns of the data extension, to choose from. */
  readonly columns: readonly string[];
  /** Why nothing can be imported like this. */
  readonly problem?: string;
  readonly result?: ImportResult;
  readonly busy?: string;
}

export function isImportOptions(value: unknown): value is ImportOptions {
  if (typeof value !== 'object' || value === null) return false;
  const { delimiter, encoding, hasHeader, mapping, mode } = value as Readonly<Record<string, unknown>>;
  return (
    typeof delimiter === 'string' &&
    importEncodings.some((known) => known === encoding) &&
    typeof hasHeader === 'boolean' &&
    Array.isArray(mapping) &&
    mapping.every((column) => column === null || typeof column === 'string') &&
    importModes.some((known) => known.value === mode)
  );
}
