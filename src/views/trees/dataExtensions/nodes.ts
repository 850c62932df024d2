/** The Data Extensions tree: folders, data extensions, fields. */
import type { Account } from '../../account.ts';
import { formatBothTimes } from '../../display.ts';
import { loadFolderNodes } from '../folderNodes.ts';
import { emptyNode, facts, type TreeNode } from '../treeNode.ts';
import {
  dataExtensionsQuery,
  fieldsQuery,
  readDataExtension,
  readField,
  type DataExtension,
  type DataExtensionField,
} from './dataExtension.ts';
import { typeText } from './typeText.ts';

/** Kinds of folders that hold data extensions, in the order of the web application. */
const contentTypes = [
  'dataextension',
  'shared_data',
  'shared_dataextension',
  'synchronizeddataextension',
  'salesforcedataextension',
  'shared_salesforcedataextension',
];

/** The nodes at the top of the tree. */
export function loadDataExtensionTree(account: Account, signal: AbortSignal): Promise<readonly TreeNode[]> {
  return loadFolderNodes(
    account,
    contentTypes,
    (folder, inner) => loadContent(account, folder.id, inner),
    signal,
  );
}

async function loadContent(account: Account, categoryId: number, signal: AbortSignal): Promise<TreeNode[]> {
  const client = await account.client();
  const objects = await client.retrieveAll(dataExtensionsQuery(categoryId), { signal });
  return objects
    .map(readDataExtension)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((dataExtension) => dataExtensionNode(account, dataExtension));
}

function dataExtensionNode(account: Account, dataExtension: DataExtension): TreeNode {
  const { key, name, created, modified, isSendable } = dataExtension;
  const id = `dataExtension:${key}`;
  return {
    id,
    label: name,
    kind: 'data extension',
    ...(key === name ? {} : { description: key }),
    icon: isSendable ? 'mail' : 'table',
    subject: { kind: 'dataExtension', key, name },
    tooltip: facts(
      ['Data extension', name],
      ['External key', key],
      ['Description', dataExtension.description],
      ['Sends by', isSendable ? (dataExtension.sendRelation ?? 'yes') : undefined],
      ['Keeps', dataExtension.retention],
      ['Created', created && formatBothTimes(created)],
      ['Modified', modified && formatBothTimes(modified)],
    ),
    children: async (signal) => {
      const client = await account.client();
      const fields = (await client.retrieveAll(fieldsQuery(key), { signal })).map(readField);
      if (fields.length === 0) return [emptyNode(id, 'No fields: the data extension may be gone')];
      return fields.sort((a, b) => a.ordinal - b.ordinal).map((field) => fieldNode(id, field));
    },
  };
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
    subject: { kind: 'field', name },
    tooltip: facts(
      ['Field', name],
      ['Type', type],
      ['Primary key', isPrimaryKey ? 'yes' : 'no'],
      ['May be empty', isRequired ? 'no' : 'yes'],
      ['Default', defaultValue],
    ),
  };
}
