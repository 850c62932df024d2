/** What the connected org has, to be picked in a guide. One row for each source. */
import * as l10n from '@vscode/l10n';
import type { RetrieveQuery, SoapClient } from '../../soap/index.ts';
import { booleanAt, objectsAt, textAt, where, type SoapObject } from '../../soap/pure.ts';
import type { Choice, PickQuestion } from '../../guides/index.ts';

interface Source {
  /** @param of the answer that the source depends on, if it does */
  readonly query: (of: string) => RetrieveQuery;
  /** Most objects are one choice each. */
  readonly choice: (object: SoapObject) => Choice | readonly Choice[];
}

const month = 30 * 86_400_000;

const sources: Readonly<Record<PickQuestion['from'], Source>> = {
  lists: {
    query: (businessUnit) => ({
      objectType: 'List',
      properties: ['ID', 'ListName', 'Type'],
      ...(businessUnit === '' ? {} : { clientIds: [Number(businessUnit)] }),
    }),
    choice: (list) => named(list, 'ID', 'ListName', l10n.t('ID {0}', text(list, 'ID'))),
  },
  publicationLists: {
    query: () => ({
      objectType: 'List',
      properties: ['ID', 'ListName'],
      filter: where('ListClassification', 'equals', 'PublicationList'),
    }),
    choice: (list) => named(list, 'ID', 'ListName', l10n.t('ID {0}', text(list, 'ID'))),
  },
  groups: {
    query: () => ({ objectType: 'Group', properties: ['ID', 'Name'] }),
    choice: (group) => named(group, 'ID', 'Name', l10n.t('ID {0}', text(group, 'ID'))),
  },
  dataExtensions: {
    query: () => ({ objectType: 'DataExtension', properties: ['CustomerKey', 'Name'] }),
    choice: (extension) => named(extension, 'CustomerKey', 'Name', text(extension, 'CustomerKey')),
  },
  sendableDataExtensions: {
    query: () => ({
      objectType: 'DataExtension',
      properties: ['ObjectID', 'CustomerKey', 'Name'],
      filter: where('IsSendable', 'equals', true),
    }),
    choice: (extension) => named(extension, 'ObjectID', 'Name', text(extension, 'CustomerKey')),
  },
  fields: {
    query: (key) => ({
      objectType: 'DataExtensionField',
      properties: ['Name', 'FieldType', 'IsPrimaryKey'],
      filter: where('DataExtension.CustomerKey', 'equals', key),
    }),
    choice: (field) => {
      const type = text(field, 'FieldType');
      const isKey = booleanAt(field, 'IsPrimaryKey') === true;
      return named(field, 'Name', 'Name', isKey ? l10n.t('{0} · primary key', type) : type);
    },
  },
  emails: {
    query: () => ({ objectType: 'Email', properties: ['ID', 'Name', 'Subject'] }),
    choice: (email) => named(email, 'ID', 'Name', text(email, 'Subject')),
  },
  sendClassifications: {
    query: () => ({
      objectType: 'SendClassification',
      properties: ['CustomerKey', 'Name', 'SendClassificationType'],
    }),
    choice: (each) => named(each, 'CustomerKey', 'Name', text(each, 'SendClassificationType')),
  },
  sendDefinitions: {
    query: () => ({ objectType: 'EmailSendDefinition', properties: ['CustomerKey', 'Name'] }),
    choice: (definition) => named(definition, 'CustomerKey', 'Name', text(definition, 'CustomerKey')),
  },
  triggeredSendDefinitions: {
    query: () => ({
      objectType: 'TriggeredSendDefinition',
      properties: ['CustomerKey', 'Name', 'TriggeredSendStatus'],
      filter: where('TriggeredSendStatus', 'notEquals', 'Deleted'),
    }),
    choice: (definition) => named(definition, 'CustomerKey', 'Name', text(definition, 'TriggeredSendStatus')),
  },
  sends: {
    query: () => ({
      objectType: 'Send',
      properties: ['ID', 'EmailName', 'Status'],
      filter: where('SendDate', 'greaterThan', new Date(Date.now() - month)),
    }),
    choice: (send) =>
      named(send, 'ID', 'EmailName', l10n.t('{0} · ID {1}', text(send, 'Status'), text(send, 'ID'))),
  },
  fileLocations: {
    query: () => ({ objectType: 'FileTransferLocation', properties: ['CustomerKey'] }),
    choice: (location) => named(location, 'CustomerKey', 'CustomerKey', ''),
  },
  portfolio: {
    query: () => ({ objectType: 'Portfolio', properties: ['FileName', 'DisplayName'] }),
    choice: (file) => named(file, 'FileName', 'DisplayName', text(file, 'FileName')),
  },
  businessUnits: {
    query: () => ({
      objectType: 'BusinessUnit',
      properties: ['ID', 'Name', 'ParentName'],
      queryAllAccounts: true,
    }),
    choice: (unit) => {
      const parent = text(unit, 'ParentName');
      const mid = text(unit, 'ID');
      const description = parent === '' ? l10n.t('MID {0}', mid) : l10n.t('MID {0} · below {1}', mid, parent);
      return named(unit, 'ID', 'Name', description);
    },
  },
  users: {
    query: () => ({ objectType: 'AccountUser', properties: ['CustomerKey', 'UserID', 'Name', 'ActiveFlag'] }),
    choice: (user) => {
      const id = text(user, 'UserID');
      const isInactive = booleanAt(user, 'ActiveFlag') === false;
      return named(user, 'CustomerKey', 'Name', isInactive ? l10n.t('{0} · inactive', id) : id);
    },
  },
  roles: {
    query: () => ({
      objectType: 'Role',
      properties: ['CustomerKey', 'Name', 'Description'],
      filter: where('IsPrivate', 'equals', false),
    }),
    choice: (role) => named(role, 'CustomerKey', 'Name', text(role, 'CustomerKey')),
  },
  extractTypes: {
    query: () => ({ objectType: 'ExtractDescription', properties: ['ObjectID', 'Name'] }),
    choice: (type) => named(type, 'ObjectID', 'Name', text(type, 'ObjectID')),
  },
  extractParameters: {
    query: (type) => ({
      objectType: 'ExtractDescription',
      properties: ['ObjectID', 'Parameters'],
      filter: where('ObjectID', 'equals', type),
    }),
    choice: (type) => objectsAt(type, 'Parameters.Parameter').map(parameterChoice),
  },
};

/**
 * All there is to pick, sorted by name.
 * @param of the answer to the question that `question.of` names
 * @throws MarketingCloudError
 */
export async function liveChoices(
  client: Pick<SoapClient, 'retrieveAll'>,
  { from }: Pick<PickQuestion, 'from'>,
  of: string,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const { query, choice } = sources[from];
  const objects = await client.retrieveAll(query(of), { signal });
  const found = objects.flatMap((object) => choice(object));
  // What has to be given comes first.
  const isNeeded = ({ isPicked }: Choice): number => Number(isPicked === true);
  return found.sort((a, b) => isNeeded(b) - isNeeded(a) || a.label.localeCompare(b.label));
}

/** A parameter that is not optional is chosen at first. */
function parameterChoice(parameter: SoapObject): Choice {
  const isNeeded = booleanAt(parameter, 'IsOptional') === false;
  const type = text(parameter, 'DataType');
  const description = isNeeded ? l10n.t('{0} · needed', type) : type;
  return { ...named(parameter, 'Name', 'Name', description), ...(isNeeded ? { isPicked: true } : {}) };
}

function named(object: SoapObject, value: string, name: string, description: string): Choice {
  const label = text(object, name);
  return { value: text(object, value), label: label === '' ? text(object, value) : label, description };
}

function text(object: SoapObject, property: string): string {
  return textAt(object, property) ?? '';
}
