/** What a client is asked to do for real: make a data extension, fill it, read in pages, send, and see what came of it. */
import { setTimeout as sleep } from 'node:timers/promises';

/** The names and numbers of the scenario; programs in other languages get them as JSON. */
export interface Assignment {
  /** The key and name of the data extension that is made, and of the send definition. */
  readonly key: string;
  readonly rowCount: number;
  /** Rows are written so many in a call. */
  readonly rowsInCall: number;
  /** What is read in pages: all rows whose key column is not above a value. */
  readonly paged: { readonly key: string; readonly column: string; readonly through: string };
  readonly sendClassification: string;
}

export function assignmentFor(name: string): Assignment {
  return {
    key: `made-by-${name.replace(/\W+/g, '-')}`,
    rowCount: 120,
    rowsInCall: 40,
    paged: { key: 'Order_Confirmations', column: 'SubscriberKey', through: 'NW-0025000' },
    sendClassification: 'Default Commercial',
  };
}

/** What a client reports of its work. */
export interface Work {
  /** StatusMessage of the data extension. */
  readonly created: string;
  /** Rows that were written, by their results. */
  readonly upserted: number;
  /** Rows that were read back, and distinct keys of those that were read in pages. */
  readonly readBack: number;
  readonly paged: number;
  /** The last status of the send, its NumberSent, and how many messages its tracking names. */
  readonly status: string;
  readonly sent: number;
  readonly tracked: number;
}

/** A value as a client takes and gives it. */
export type Members = Readonly<Record<string, unknown>>;

export interface Condition {
  readonly property: string;
  readonly operator: string;
  readonly value: string;
}

/** A client in the terms of the scenario. */
export interface PeerApi {
  /** Creates objects, whose members are in the order of the schema. */
  create(type: string, objects: readonly Members[]): Promise<readonly Members[]>;
  /** Updates objects, or adds them. */
  upsert(type: string, objects: readonly Members[]): Promise<readonly Members[]>;
  /** All objects that meet a condition, page by page. */
  retrieve(type: string, properties: readonly string[], condition: Condition): Promise<readonly Members[]>;
  /** Starts an object and gives the ID of the task. */
  start(type: string, key: string): Promise<string>;
}

const subscriberKey = 'SubscriberKey';

const pairs = (Name: string, Value: string): Members => ({ Name, Value });

export async function runScenario(api: PeerApi, assignment: Assignment): Promise<Work> {
  const { key, paged } = assignment;
  const [made = {}] = await api.create('DataExtension', [extension(key)]);
  const upserted = await writeRows(api, assignment);
  const back = await api.retrieve(`DataExtensionObject[${key}]`, [subscriberKey, 'City'], {
    property: 'City',
    operator: 'equals',
    value: 'Köln & <Bonn>',
  });
  const many = await api.retrieve(`DataExtensionObject[${paged.key}]`, [paged.column], {
    property: paged.column,
    operator: 'lessThanOrEqual',
    value: paged.through,
  });
  const [email = {}] = await api.retrieve('Email', ['ID'], {
    property: 'Name',
    operator: 'equals',
    value: 'VIP preview',
  });
  const definition = sendDefinition(assignment, {
    email: Number(email['ID']),
    extension: textOf(made['NewObjectID']),
  });
  await api.create('EmailSendDefinition', [definition]);
  const id = await api.start('EmailSendDefinition', key);
  const send = await finished(api, id);
  const events = await api.retrieve('SentEvent', ['SendID', subscriberKey], {
    property: 'SendID',
    operator: 'equals',
    value: id,
  });
  return {
    created: textOf(made['StatusMessage']),
    upserted,
    readBack: back.length,
    paged: new Set(many.map((row) => JSON.stringify(row['Properties']))).size,
    status: textOf(send['Status']),
    sent: Number(send['NumberSent']),
    tracked: new Set(events.map((event) => event[subscriberKey])).size,
  };
}

function extension(key: string): Members {
  const field = (Name: string, MaxLength: number, isKey: boolean): Members => ({
    Name,
    MaxLength,
    IsRequired: isKey,
    IsPrimaryKey: isKey,
    FieldType: 'Text',
  });
  return {
    CustomerKey: key,
    Name: key,
    IsSendable: true,
    SendableDataExtensionField: { Name: subscriberKey },
    SendableSubscriberField: { Name: 'Subscriber Key', Value: '' },
    Fields: { Field: [field(subscriberKey, 100, true), field('City', 50, false)] },
  };
}

async function writeRows(api: PeerApi, { key, rowCount, rowsInCall }: Assignment): Promise<number> {
  const rows = Array.from({ length: rowCount }, (_, index) => ({
    CustomerKey: key,
    Properties: { Property: [pairs('City', 'Köln & <Bonn>')] },
    Keys: { Key: [pairs(subscriberKey, `${key}-${String(index)}`)] },
  }));
  let written = 0;
  for (let from = 0; from < rowCount; from += rowsInCall) {
    const results = await api.upsert('DataExtensionObject', rows.slice(from, from + rowsInCall));
    written += results.filter((result) => result['StatusCode'] === 'OK').length;
  }
  return written;
}

function sendDefinition(
  { key, sendClassification }: Assignment,
  { email, extension: objectId }: { readonly email: number; readonly extension: string },
): Members {
  return {
    CustomerKey: key,
    Name: key,
    SendClassification: { CustomerKey: sendClassification },
    SendDefinitionList: {
      SendDefinitionListType: 'SourceList',
      CustomObjectID: objectId,
      DataSourceTypeID: 'CustomObject',
    },
    Email: { ID: email },
  };
}

/** The send, once it is over; the sandbox's clock runs fast enough not to wait long. */
async function finished(api: PeerApi, id: string): Promise<Members> {
  for (;;) {
    const [send = {}] = await api.retrieve('Send', ['ID', 'NumberSent', 'Status'], {
      property: 'ID',
      operator: 'equals',
      value: id,
    });
    if (!['Scheduled', 'Sending'].includes(textOf(send['Status']))) return send;
    await sleep(20);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
