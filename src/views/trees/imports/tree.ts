/** The Imports & Extracts tree: import definitions with their runs, and the types of extract that the account has. */
import * as l10n from '@vscode/l10n';
import type { RetrieveQuery } from '../../../soap/index.ts';
import { booleanAt, objectsAt, textAt, where, type SoapObject } from '../../../soap/pure.ts';
import type { Account } from '../../account.ts';
import { containing, filterNode } from '../filterNodes.ts';
import { retrievedPages } from '../retrievedPages.ts';
import { byLabel, emptyNode, facts, nameOrKey, type TreeNode } from '../treeNode.ts';
import {
  importDefinitionsQuery,
  importRunsQuery,
  readImportDefinition,
  readImportRun,
} from './importDefinition.ts';
import { runNode } from './runNode.ts';

/** The nodes at the top of the tree. @param filter what name or key has to contain; empty for everything */
export function loadImportTree(account: Account, filter: string): readonly TreeNode[] {
  const definition = (object: SoapObject): TreeNode => definitionNode(account, object);
  if (filter !== '') {
    const query = importDefinitionsQuery(containing(filter, 'Name', 'CustomerKey'));
    return [
      filterNode(filter, {
        load: (signal) => retrievedPages(account, query, definition, signal),
        compare: byLabel,
      }),
    ];
  }
  return [
    {
      id: 'definitions',
      label: l10n.t('Import Definitions'),
      icon: 'cloud-download',
      context: 'importDefinitions',
      expanded: true,
      pages: {
        load: (signal) => retrievedPages(account, importDefinitionsQuery(), definition, signal),
        compare: byLabel,
        empty: l10n.t('There are no import definitions'),
      },
    },
    {
      id: 'extracts',
      label: l10n.t('Extract Types'),
      icon: 'cloud-upload',
      context: 'extractTypes',
      pages: {
        load: (signal) => retrievedPages(account, extractTypesQuery, extractNode, signal),
        compare: byLabel,
        empty: l10n.t('This account offers no extracts'),
      },
    },
  ];
}

function definitionNode(account: Account, object: SoapObject): TreeNode {
  const { key, name, description, file, fileType, updateType, mapping, allowErrors } =
    readImportDefinition(object);
  const id = `import:${key}`;
  return {
    id,
    label: nameOrKey({ name, key }),
    kind: l10n.t('import definition'),
    description: [file, updateType].filter((part) => part !== '').join(' · '),
    icon: 'file-symlink-file',
    subject: { kind: 'importDefinition', key, name },
    searched: [key],
    tooltip: facts(
      [l10n.t('Import definition'), name],
      [l10n.t('Customer key'), key],
      [l10n.t('Description'), description],
      [l10n.t('File'), file],
      [l10n.t('File type'), fileType],
      [l10n.t('Rows are'), updateType],
      [l10n.t('Columns are found by'), mapping],
      [l10n.t('Goes on after an error'), allowErrors ? l10n.t('yes') : l10n.t('no')],
    ),
    children: async (signal) => {
      const client = await account.client();
      const query = importRunsQuery(where('ImportDefinitionCustomerKey', 'equals', key));
      const runs = (await client.retrieveAll(query, { signal })).map(readImportRun);
      if (runs.length === 0) return [emptyNode(id, l10n.t('It has not been run'))];
      return runs.sort((a, b) => timeOf(b.started) - timeOf(a.started)).map(runNode);
    },
  };
}

function timeOf(date: Date | undefined): number {
  return date?.getTime() ?? 0;
}

const extractTypesQuery: RetrieveQuery = {
  objectType: 'ExtractDescription',
  properties: ['ObjectID', 'Name', 'Parameters'],
};

function extractNode(object: SoapObject): TreeNode {
  const id = textAt(object, 'ObjectID') ?? '';
  const name = textAt(object, 'Name') ?? '';
  const parameters = objectsAt(object, 'Parameters.Parameter').map((parameter) => ({
    name: textAt(parameter, 'Name') ?? '',
    type: textAt(parameter, 'DataType') ?? '',
    isOptional: booleanAt(parameter, 'IsOptional') ?? false,
  }));
  return {
    id: `extract:${id}`,
    label: name,
    kind: l10n.t('extract type'),
    description:
      parameters.length === 1 ? l10n.t('1 parameter') : l10n.t('{0} parameters', parameters.length),
    icon: 'file-zip',
    subject: { kind: 'extractType', id, name, parameters },
    tooltip: facts(
      [l10n.t('Extract type'), name],
      ['ID', id],
      [l10n.t('Needs'), listed(parameters.filter(({ isOptional }) => !isOptional))],
      [l10n.t('Takes'), listed(parameters.filter(({ isOptional }) => isOptional))],
    ),
  };
}

function listed(parameters: readonly { readonly name: string; readonly type: string }[]): string {
  return parameters.map(({ name, type }) => `${name} (${type})`).join(', ');
}
