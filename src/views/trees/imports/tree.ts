/** The Imports & Extracts tree: import definitions with their runs, and the types of extract that the account has. */
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
      label: 'Import Definitions',
      icon: 'cloud-download',
      context: 'importDefinitions',
      expanded: true,
      pages: {
        load: (signal) => retrievedPages(account, importDefinitionsQuery(), definition, signal),
        compare: byLabel,
        empty: 'There are no import definitions',
      },
    },
    {
      id: 'extracts',
      label: 'Extract Types',
      icon: 'cloud-upload',
      context: 'extractTypes',
      pages: {
        load: (signal) => retrievedPages(account, extractTypesQuery, extractNode, signal),
        compare: byLabel,
        empty: 'This account offers no extracts',
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
    kind: 'import definition',
    description: [file, updateType].filter((part) => part !== '').join(' · '),
    icon: 'file-symlink-file',
    subject: { kind: 'importDefinition', key, name },
    tooltip: facts(
      ['Import definition', name],
      ['Customer key', key],
      ['Description', description],
      ['File', file],
      ['File type', fileType],
      ['Rows are', updateType],
      ['Columns are found by', mapping],
      ['Goes on after an error', allowErrors ? 'yes' : 'no'],
    ),
    children: async (signal) => {
      const client = await account.client();
      const query = importRunsQuery(where('ImportDefinitionCustomerKey', 'equals', key));
      const runs = (await client.retrieveAll(query, { signal })).map(readImportRun);
      if (runs.length === 0) return [emptyNode(id, 'It has not been run')];
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
    kind: 'extract type',
    description: `${String(parameters.length)} parameters`,
    icon: 'file-zip',
    subject: { kind: 'extractType', id, name, parameters },
    tooltip: facts(
      ['Extract type', name],
      ['ID', id],
      ['Needs', listed(parameters.filter(({ isOptional }) => !isOptional))],
      ['Takes', listed(parameters.filter(({ isOptional }) => isOptional))],
    ),
  };
}

function listed(parameters: readonly { readonly name: string; readonly type: string }[]): string {
  return parameters.map(({ name, type }) => `${name} (${type})`).join(', ');
}
