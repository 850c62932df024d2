/** What the connected org has, to be picked in a guide. One row for each source. */
import type { RetrieveQuery, SoapClient } from '../../soap/index.ts';
import { booleanAt, textAt, where, type SoapObject } from '../../soap/pure.ts';
import type { Choice, PickQuestion } from '../../guides/index.ts';

interface Source {
  /** @param of the answer that the source depends on, if it does */
  readonly query: (of: string) => RetrieveQuery;
  readonly choice: (object: SoapObject) => Choice;
}

const month = 30 * 86_400_000;

const sources: Readonly<Record<PickQuestion['from'], Source>> = {
  lists: {
    query: () => ({ objectType: 'List', properties: ['ID', 'ListName', 'Type'] }),
    choice: (list) => named(list, 'ID', 'ListName', `ID ${text(list, 'ID')}`),
  },
  groups: {
    query: () => ({ objectType: 'Group', properties: ['ID', 'Name'] }),
    choice: (group) => named(group, 'ID', 'Name', `ID ${text(group, 'ID')}`),
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
      const key = booleanAt(field, 'IsPrimaryKey') === true ? ' · primary key' : '';
      return named(field, 'Name', 'Name', `${text(field, 'FieldType')}${key}`);
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
    choice: (send) => named(send, 'ID', 'EmailName', `${text(send, 'Status')} · ID ${text(send, 'ID')}`),
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
  return objects.map(choice).sort((a, b) => a.label.localeCompare(b.label));
}

function named(object: SoapObject, value: string, name: string, description: string): Choice {
  const label = text(object, name);
  return { value: text(object, value), label: label === '' ? text(object, value) : label, description };
}

function text(object: SoapObject, property: string): string {
  return textAt(object, property) ?? '';
}
