/** Data extensions and their fields as nodes. */
import type { SoapObject } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { formatBothTimes } from '../../display.ts';
import { emptyNode, facts, type TreeNode } from '../treeNode.ts';
import { fieldsQuery, readDataExtension, readField, type DataExtensionField } from './dataExtension.ts';
import { typeText } from './typeText.ts';

/** Where a data extension is, beside the folder that it is shown in. */
interface Place {
  /** The path of its folder, when that is not to be seen in the tree. */
  readonly path?: string;
  /** It is the enterprise's, which a business unit has to ask for. */
  readonly everywhere?: boolean;
}

export function dataExtensionNode(
  account: Account,
  object: SoapObject,
  { path, everywhere = false }: Place = {},
): TreeNode {
  const dataExtension = readDataExtension(object);
  const { key, name, created, modified, isSendable } = dataExtension;
  const id = `dataExtension:${key}`;
  return {
    id,
    label: name,
    kind: 'data extension',
    ...description([key === name ? undefined : key, path]),
    icon: isSendable ? 'mail' : 'table',
    subject: { kind: 'dataExtension', key, name },
    // Of thousands, few are ever pointed at.
    get tooltip() {
      return facts(
        ['Data extension', name],
        ['External key', key],
        ['In', path],
        ['Description', dataExtension.description],
        ['Sends by', isSendable ? (dataExtension.sendRelation ?? 'yes') : undefined],
        ['Keeps', dataExtension.retention],
        ['Created', created && formatBothTimes(created)],
        ['Modified', modified && formatBothTimes(modified)],
      );
    },
    children: async (signal) => {
      const client = await account.client();
      const fields = (await client.retrieveAll(fieldsQuery(key, everywhere), { signal })).map(readField);
      if (fields.length === 0) return [emptyNode(id, 'No fields: the data extension may be gone')];
      return fields.sort((a, b) => a.ordinal - b.ordinal).map((field) => fieldNode(id, field));
    },
  };
}

function description(parts: readonly (string | undefined)[]): { description?: string } {
  const text = parts.filter((part) => part !== undefined && part !== '').join(' · ');
  return text === '' ? {} : { description: text };
}

/** Codicons by the type of a field. */
const typeIcons: Readonly<Record<string, string>> = {
  Text: 'symbol-string',
  Number: 'symbol-number',
  Decimal: 'symbol-number',
  Date: 'calendar',
  Boolean: 'symbol-boolean',
  EmailAddress: 'mention',
  Phone: 'device-mobile',
  Locale: 'globe',
};

function fieldNode(parentId: string, field: DataExtensionField): TreeNode {
  const { name, isPrimaryKey, isRequired, defaultValue } = field;
  const type = typeText(field);
  const nullable = isRequired ? 'required' : 'nullable';
  const parts = [type, isPrimaryKey ? 'primary key' : nullable];
  if (defaultValue !== undefined) parts.push(`= ${defaultValue}`);
  return {
    id: `${parentId}/${name}`,
    label: name,
    kind: 'field',
    description: parts.join(' · '),
    icon: isPrimaryKey ? 'key' : (typeIcons[field.type] ?? 'symbol-field'),
    subject: { kind: 'field', name, dataExtension: parentId.slice('dataExtension:'.length) },
    tooltip: facts(
      ['Field', name],
      ['Type', type],
      ['Primary key', isPrimaryKey ? 'yes' : 'no'],
      ['May be empty', isRequired ? 'no' : 'yes'],
      ['Default', defaultValue],
    ),
  };
}
