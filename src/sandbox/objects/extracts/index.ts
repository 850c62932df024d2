/** The table of extract types. A new one is a file of its own and a row here. */
import { dataExtensionExtract } from './dataExtensionExtract.ts';
import type { ExtractType } from './extract.ts';
import { trackingExtract } from './trackingExtract.ts';

export const extractTypes: readonly ExtractType[] = [dataExtensionExtract, trackingExtract];

/** The extract type with this GUID, without regard to case. */
export function extractTypeWith(id: string): ExtractType | undefined {
  return extractTypes.find((each) => each.id === id.toLowerCase());
}
