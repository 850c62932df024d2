/** How the type of a field is written for a person. */
import type { DataExtensionField } from './dataExtension.ts';

/** "Text(50)", "Decimal(18,2)", "Date". */
export function typeText({ type, length, scale }: DataExtensionField): string {
  if (length === undefined) return type;
  return scale === undefined ? `${type}(${String(length)})` : `${type}(${String(length)},${String(scale)})`;
}
