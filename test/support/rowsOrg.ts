/** A data extension of a test's own in a sandbox org, and a rows session on it. */
import { describeError } from '../../src/extension/errors/describeError.ts';
import type { TypedObject } from '../../src/soap/index.ts';
import { RowsSession } from '../../src/views/panels/rows/session.ts';
import { openOrg, type TestOrg } from './org.ts';

export const rowsKey = 'rows-test';

const fields = [
  { Name: 'Id', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true },
  { Name: 'Name', FieldType: 'Text', MaxLength: 50 },
  { Name: 'Age', FieldType: 'Number' },
  { Name: 'Price', FieldType: 'Decimal', MaxLength: 8, Scale: 2 },
  { Name: 'Mail', FieldType: 'EmailAddress' },
  { Name: 'Active', FieldType: 'Boolean', IsRequired: true, DefaultValue: 'True' },
  { Name: 'Born', FieldType: 'Date' },
];

/** An org with the data extension and its rows, each a record of column and value. */
export async function openRowsOrg(rows: readonly Readonly<Record<string, string>>[]): Promise<TestOrg> {
  const org = await openOrg();
  await org.client.create([
    { $type: 'DataExtension', CustomerKey: rowsKey, Name: 'Rows', Fields: { Field: fields } },
  ]);
  await org.client.create(rows.map(rowOf));
  return org;
}

/** A row as anybody else would write it. */
export function rowOf(cells: Readonly<Record<string, string>>): TypedObject {
  const properties = Object.entries(cells).map(([Name, Value]) => ({ Name, Value }));
  return { $type: 'DataExtensionObject', CustomerKey: rowsKey, Properties: { Property: properties } };
}

/** A session on the data extension, with nothing loaded yet. */
export function newSession({ client }: Pick<TestOrg, 'client'>, key = rowsKey): RowsSession {
  const account = { connectionId: 'test', mid: 1, label: 'Acme · UK', client: () => Promise.resolve(client) };
  return new RowsSession({ connectionId: 'test', mid: 1, key, name: 'Rows' }, account, describeError);
}

/** A session on the data extension, loaded to its end. */
export async function openSession(org: TestOrg, key = rowsKey): Promise<RowsSession> {
  const session = newSession(org, key);
  await session.load();
  await settled(session);
  return session;
}

/** Waits until nothing more is loading. */
export async function settled(session: RowsSession): Promise<void> {
  session.loadAll();
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (session.status !== 'loading' && session.status !== 'paused') resolve();
    };
    session.listen({ stateChanged: look, edited: () => undefined });
    look();
  });
}
