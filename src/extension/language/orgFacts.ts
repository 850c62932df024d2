/** Answers what the language server asks about the org that is connected. */
import type { SoapClient } from '../../soap/index.ts';
import { booleanAt, numberAt, textAt, where, type SoapObject } from '../../soap/pure.ts';
import type { ActiveAccount } from '../connections/activeAccount.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { AnswerFact } from './lazyLanguageClient.ts';
import type { Column, FactAnswers, FactQuestion, KnownKey, KnownKeys } from '../../shared/orgFacts.ts';

/** The properties that say what is to be known of an object. */
type KeyProperties = Readonly<
  Record<'key' | 'name', string> & Partial<Record<'customerKey' | 'state', string>>
>;

/** Of most objects. */
const usual: KeyProperties = { key: 'CustomerKey', name: 'Name' };

/** Of objects that requests refer to in another way, or of which more is to be known. */
const keyProperties: Readonly<Record<string, KeyProperties>> = {
  List: { key: 'ID', name: 'ListName', customerKey: 'CustomerKey', state: 'ListClassification' },
  Email: { key: 'ID', name: 'Name', customerKey: 'CustomerKey' },
  TriggeredSendDefinition: { ...usual, state: 'TriggeredSendStatus' },
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

/** @throws MarketingCloudError */
export function answerFact(
  client: SoapClient,
  question: FactQuestion,
): Promise<FactAnswers[FactQuestion['kind']]> {
  switch (question.kind) {
    case 'columns':
      return columnsOf(client, question);
    case 'attributes':
      return attributes(client);
    case 'keys':
      return keys(client, question.objectType);
  }
}

/**
 * The columns of a data extension in their order; none when there is no such data extension.
 * @param owner MID of the account that it lives in, where that is not the one that asks
 * @throws MarketingCloudError
 */
export async function columnsOf(
  client: SoapClient,
  { key, owner }: { readonly key: string; readonly owner?: number | undefined },
): Promise<readonly Column[]> {
  const fields = await client.retrieveAll({
    ...(owner === undefined ? {} : { clientIds: [owner] }),
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
  const properties = keyProperties[objectType] ?? usual;
  const found: KnownKey[] = [];
  for await (const page of client.retrieve({ objectType, properties: Object.values(properties) })) {
    found.push(...page.map((object) => readKey(object, properties)));
    if (found.length > mostKeys) return { keys: found.slice(0, mostKeys), complete: false };
  }
  return { keys: found.filter(({ key }) => key !== ''), complete: true };
}

function readKey(object: SoapObject, properties: KeyProperties): KnownKey {
  const text = (property: string | undefined): string =>
    property === undefined ? '' : (textAt(object, property) ?? '');
  const customerKey = text(properties.customerKey);
  const state = text(properties.state);
  return {
    key: text(properties.key),
    name: text(properties.name),
    ...(customerKey === '' ? {} : { customerKey }),
    ...(state === '' ? {} : { state }),
  };
}
