/** Answers what the language server asks about the org that is connected. */
import type { SoapClient } from '../../soap/index.ts';
import { booleanAt, numberAt, textAt, where } from '../../soap/pure.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { AnswerFact } from './lazyLanguageClient.ts';
import type { Column, FactAnswers, FactQuestion, KnownKeys } from '../../shared/orgFacts.ts';

/** How an object is found by key: its key and its name. Those that are not here go by `CustomerKey` and `Name`. */
const keyProperties: Readonly<Record<string, readonly [key: string, name: string]>> = {
  List: ['ID', 'ListName'],
  Email: ['ID', 'Name'],
};

/** More keys than this are of no use for completion, and take long to bring. */
const mostKeys = 5000;

/** Answers for the account that the window works with; null when there is none, or when it cannot be asked. */
export function orgFacts(active: ActiveAccount, log: OutputLog): AnswerFact {
  return async (question) => {
    const { account } = active;
    if (account === undefined) return null;
    try {
      return await answerFact(await account.client(), question);
    } catch (error) {
      log.warn(`${account.label} did not say what the editor asked (${question.kind}): ${String(error)}`);
      return null;
    }
  };
}

function answerFact(client: SoapClient, question: FactQuestion): Promise<FactAnswers[FactQuestion['kind']]> {
  switch (question.kind) {
    case 'columns':
      return columns(client, question.key);
    case 'attributes':
      return attributes(client);
    case 'keys':
      return keys(client, question.objectType);
  }
}

async function columns(client: SoapClient, key: string): Promise<readonly Column[]> {
  const fields = await client.retrieveAll({
    objectType: 'DataExtensionField',
    properties: ['Name', 'FieldType', 'MaxLength', 'IsPrimaryKey', 'IsRequired', 'Ordinal'],
    filter: where('DataExtension.CustomerKey', 'equals', key),
  });
  return fields
    .toSorted((a, b) => (numberAt(a, 'Ordinal') ?? 0) - (numberAt(b, 'Ordinal') ?? 0))
    .map((field) => {
      const length = numberAt(field, 'MaxLength') ?? 0;
      return {
        name: textAt(field, 'Name') ?? '',
        type: textAt(field, 'FieldType') ?? '',
        ...(length === 0 ? {} : { length }),
        isPrimaryKey: booleanAt(field, 'IsPrimaryKey') ?? false,
        isRequired: booleanAt(field, 'IsRequired') ?? false,
      };
    });
}

async function attributes(client: SoapClient): Promise<readonly string[]> {
  const [description] = await client.describe(['Subscriber']);
  return (description?.extendedProperties ?? []).map(({ name }) => name);
}

async function keys(client: SoapClient, objectType: string): Promise<KnownKeys> {
  const [keyProperty, nameProperty] = keyProperties[objectType] ?? ['CustomerKey', 'Name'];
  const found: { key: string; name: string }[] = [];
  const pages = client.retrieve({ objectType, properties: [keyProperty, nameProperty] });
  for await (const page of pages) {
    found.push(
      ...page.map((object) => ({
        key: textAt(object, keyProperty) ?? '',
        name: textAt(object, nameProperty) ?? '',
      })),
    );
    if (found.length > mostKeys) return { keys: found.slice(0, mostKeys), complete: false };
  }
  return { keys: found.filter(({ key }) => key !== ''), complete: true };
}
