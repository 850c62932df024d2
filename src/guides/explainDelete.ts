/** The Update that says why an import definition cannot be deleted: with its present values, so that it changes nothing (row D7). */
import * as l10n from '@vscode/l10n';
import { change } from './batches.ts';
import { scratchFile } from './scratchFile.ts';
import { given, of } from './xml.ts';

/** What can be retrieved of an import definition and written again, in the order of the schema. */
export const importProperties = [
  'Name',
  'Description',
  'AllowErrors',
  'FieldMappingType',
  'FileSpec',
  'FileType',
  'UpdateType',
  'Delimiter',
  'HeaderLines',
] as const;

/**
 * The scratch file.
 * @param values of the properties that it has, as the service gave them
 */
export function explainDelete(
  { customerKey, directives }: { readonly customerKey: string; readonly directives: readonly string[] },
  values: ReadonlyMap<string, string>,
): string {
  const title = l10n.t('Why {0} cannot be deleted: an Update with its present values', customerKey);
  const request = change({ title, name: 'whyNotDeleted', directives }, 'ImportDefinition', [
    of('CustomerKey', customerKey),
    ...importProperties.flatMap((name) => given(name, values.get(name))),
  ]);
  return scratchFile({ title }, [request]);
}
