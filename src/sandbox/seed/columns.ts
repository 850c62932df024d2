/** The columns that the data extensions of the demo are put together from. */
import type { MakeSource } from './cells.ts';

/** A column and where its cells come from. */
export interface ColumnSeed {
  readonly name: string;
  readonly type: string;
  readonly source: MakeSource;
  readonly maxLength?: number;
  readonly scale?: number;
  readonly isRequired?: boolean;
  readonly isPrimaryKey?: boolean;
  readonly defaultValue?: string;
}

/** The primary key. */
export function key(name: string, source: MakeSource, maxLength = 50): ColumnSeed {
  return { name, type: 'Text', source, maxLength, isRequired: true, isPrimaryKey: true };
}

export function text(name: string, source: MakeSource, maxLength = 50): ColumnSeed {
  return { name, type: 'Text', source, maxLength };
}

export function number(name: string, source: MakeSource): ColumnSeed {
  return { name, type: 'Number', source };
}

export function decimal(name: string, source: MakeSource): ColumnSeed {
  return { name, type: 'Decimal', source, maxLength: 18, scale: 2 };
}

export function date(name: string, source: MakeSource): ColumnSeed {
  return { name, type: 'Date', source };
}

export function flag(name: string, source: MakeSource): ColumnSeed {
  return { name, type: 'Boolean', source, defaultValue: 'False' };
}

export function email(name: string, source: MakeSource): ColumnSeed {
  return { name, type: 'EmailAddress', source, maxLength: 254, isRequired: true };
}

export function phone(name: string, source: MakeSource): ColumnSeed {
  return { name, type: 'Phone', source, maxLength: 50 };
}

export function locale(name: string, source: MakeSource): ColumnSeed {
  return { name, type: 'Locale', source, maxLength: 5 };
}

/** A column whose values are kept encrypted: text, or an e-mail address. */
export function secret(
  name: string,
  source: MakeSource,
  type: 'Base16Encrypted' | 'Base16EncryptedEmail',
): ColumnSeed {
  return { name, type, source, maxLength: 400 };
}
