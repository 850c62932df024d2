/** Data extensions and their fields as nodes. */
import * as l10n from '@vscode/l10n';
import type { SoapObject } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { formatBothTimes } from '../../display.ts';
import { emptyNode, facts, type TreeNode } from '../treeNode.ts';
import {
  fieldsQuery,
  readDataExtension,
  readField,
  type DataExtensionField,
  type DataExtensionId,
} from './dataExtension.ts';
import { typeText } from './typeText.ts';

/** @param path of its folder, when that is not to be seen in the tree */
export function dataExtensionNode(account: Account, object: SoapObject, path?: string): TreeNode {
  const dataExtension = readDataExtension(object);
  const { key, name, created, modified, isSendable } = dataExtension;
  const id = `dataExtension:${key}`;
  const owner = dataExtension.owner === account.mid ? undefined : dataExtension.owner;
  const subject = { key, ...(owner === undefined ? {} : { owner }) };
  return {
    id,
    label: name,
    kind: l10n.t('data extension'),
    ...description([key === name ? undefined : key, path]),
    icon: isSendable ? 'mail' : 'table',
    subject: { kind: 'dataExtension', name, ...subject },
    searched: [key],
    // Of thousands, few are ever pointed at.
    get tooltip() {
      return facts(
        [l10n.t('Data extension'), name],
        [l10n.t('External key'), key],
        [l10n.t('In'), path],
        [l10n.t('Description'), dataExtension.description],
        [l10n.t('Sends by'), isSendable ? (dataExtension.sendRelation ?? l10n.t('yes')) : undefined],
        [l10n.t('Keeps'), dataExtension.retention],
        [l10n.t('Created'), created && formatBothTimes(created)],
        [l10n.t('Modified'), modified && formatBothTimes(modified)],
      );
    },
    children: async (signal) => {
      const client = await account.client();
      const fields = (await client.retrieveAll(fieldsQuery(subject), { signal })).map(readField);
      if (fields.length === 0) return [emptyNode(id, l10n.t('No fields: the data extension may be gone'))];
      return fields.sort((a, b) => a.ordinal - b.ordinal).map((field) => fieldNode(subject, field));
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

function fieldNode({ key, ...shared }: DataExtensionId, field: DataExtensionField): TreeNode {
  const { name, isPrimaryKey, isRequired, defaultValue } = field;
  const type = typeText(field);
  const nullable = isRequired ? l10n.t('required') : l10n.t('nullable');
  const parts = [type, isPrimaryKey ? l10n.t('primary key') : nullable];
  if (defaultValue !== undefined) parts.push(`= ${defaultValue}`);
  return {
    id: `dataExtension:${key}/${name}`,
    label: name,
    kind: l10n.t('field'),
    description: parts.join(' · '),
    icon: isPrimaryKey ? 'key' : (typeIcons[field.type] ?? 'symbol-field'),
    subject: { kind: 'field', name, dataExtension: key, ...shared },
    tooltip: facts(
      [l10n.t('Field'), name],
      [l10n.t('Type'), type],
      [l10n.t('Primary key'), isPrimaryKey ? l10n.t('yes') : l10n.t('no')],
      [l10n.t('May be empty'), isRequired ? l10n.t('no') : l10n.t('yes')],
      [l10n.t('Default'), defaultValue],
    ),
  };
}
