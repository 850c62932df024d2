/** What the client and the service have agreed on: every operation, against the sandbox org or a real tenant. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  and,
  MarketingCloudError,
  objectsAt,
  or,
  textAt,
  upsert,
  where,
  whereAnyOf,
  type TypedObject,
} from '../../src/soap/index.ts';
import { openOrg, type TestOrg } from '../support/org.ts';
import { bodyOf } from '../support/recordingTransport.ts';
import { schemaAvailable, schemaProblems } from '../support/schema.ts';

describe('contract: client and service', () => {
  let org: TestOrg;
  /** Of the data extension that the tests make and delete. */
  const key = `contract-${randomUUID().slice(0, 8)}`;

  before(async () => {
    org = await openOrg();
  });

  after(() => org.close());

  const row = (id: string, values: Readonly<Record<string, string>>): TypedObject => ({
    $type: 'DataExtensionObject',
    CustomerKey: key,
    Properties: {
      Property: [
        { Name: 'Id', Value: id },
        ...Object.entries(values).map(([Name, Value]) => ({ Name, Value })),
      ],
    },
  });

  const readRows = async (filter?: ReturnType<typeof where>): Promise<Record<string, string>[]> => {
    const query = { objectType: `DataExtensionObject[${key}]`, properties: ['Id', 'Text', 'Amount'] };
    const rows: Record<string, string>[] = [];
    for await (const page of org.client.retrieveRows({
      ...query,
      ...(filter === undefined ? {} : { filter }),
    })) {
      for (let index = 0; index < page.rowCount; index += 1) {
        rows.push(
          Object.fromEntries(page.columns.map((name, column) => [name, page.cell(index, column) ?? ''])),
        );
      }
    }
    return rows.sort((a, b) => (a['Id'] ?? '').localeCompare(b['Id'] ?? ''));
  };

  it('GetSystemStatus says OK', async () => {
    assert.equal((await org.client.systemStatus()).status, 'OK');
  });

  it('Describe tells the properties of an object', async () => {
    const [send] = await org.client.describe(['Send']);
    assert.equal(send?.objectType, 'Send');
    assert.ok(send.properties.some(({ name, retrievable }) => name === 'NumberSent' && retrievable));
    assert.ok(!send.properties.some(({ name }) => name === 'SentTime'));
  });

  it('Create makes a data extension, and a second time says that it is there', async () => {
    const definition: TypedObject = {
      $type: 'DataExtension',
      CustomerKey: key,
      Name: key,
      Fields: {
        Field: [
          { Name: 'Id', FieldType: 'Text', MaxLength: 50, IsPrimaryKey: true, IsRequired: true },
          { Name: 'Text', FieldType: 'Text', MaxLength: 4000 },
          { Name: 'Amount', FieldType: 'Decimal', MaxLength: 18, Scale: 2 },
        ],
      },
    };
    const created = await org.client.create([definition]);
    assert.equal(created.status, 'ok', created.results[0]?.message);
    assert.match(created.results[0]?.newObjectId ?? '', /^[\da-f-]{36}$/);
    const again = await org.client.create([definition]);
    assert.equal(again.status, 'failed');
    assert.match(again.results[0]?.message ?? '', /already in use/i);
  });

  /** The texts that go wrong most, and one as long as a column may be. */
  const texts = ['007', ' blanks ', '<&>"\'', 'a\r\nb\nc\td', 'Ärger 中 😀', 'x'.repeat(4000)];

  it('Create writes rows in several calls, every text exactly', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      row(String(index).padStart(3, '0'), { Text: texts[index % texts.length] ?? '', Amount: '9.50' }),
    );
    const outcome = await org.client.create(rows);
    assert.equal(outcome.status, 'ok', outcome.results.find(({ ok }) => !ok)?.message);
    assert.equal(outcome.results.length, 60);
    assert.equal(outcome.calls.length, 2);
    const back = await readRows();
    assert.deepEqual(
      back.map(({ Text }) => Text),
      rows.map((_, index) => texts[index % texts.length]),
    );
  });

  it('Update changes rows, adds with upsert, and says which row is missing', async () => {
    const changed = await org.client.update([row('000', { Amount: '1.25' })]);
    assert.equal(changed.status, 'ok', changed.results[0]?.message);
    const added = await org.client.update([row('900', { Text: 'new' })], { requestOptions: upsert });
    assert.equal(added.status, 'ok', added.results[0]?.message);
    const mixed = await org.client.update([row('000', { Text: 'ok' }), row('missing', { Text: 'no' })]);
    assert.equal(mixed.status, 'partial');
    assert.deepEqual(
      mixed.results.map(({ ok }) => ok),
      [true, false],
    );
    const [first] = await readRows(where('Id', 'equals', '000'));
    assert.deepEqual(first, { Id: '000', Text: 'ok', Amount: '1.25' });
  });

  it('Retrieve filters rows', async () => {
    const ids = async (filter: ReturnType<typeof where>): Promise<(string | undefined)[]> =>
      (await readRows(filter)).map(({ Id }) => Id);
    assert.deepEqual(await ids(whereAnyOf('Id', ['001', '002'])), ['001', '002']);
    assert.deepEqual(await ids(where('Id', 'between', '057', '059')), ['057', '058', '059']);
    assert.deepEqual(await ids(where('Amount', 'isNull')), ['900']);
    assert.deepEqual(await ids(where('Amount', 'lessThan', 9)), ['000']);
  });

  it('Retrieve nests filters', async () => {
    const filter = and(
      where('CustomerKey', 'equals', key),
      or(
        where('Name', 'equals', key),
        where('Name', 'equals', 'nothing of that name'),
        where('Name', 'isNull'),
      ),
    );
    const found = await org.client.retrieveAll({
      objectType: 'DataExtension',
      properties: ['CustomerKey'],
      filter,
    });
    assert.deepEqual(
      found.map((object) => textAt(object, 'CustomerKey')),
      [key],
    );
  });

  it('Retrieve follows pages of any size to the end, each object once', async () => {
    const query = { objectType: 'DataExtensionField', properties: ['ObjectID', 'Name'] };
    const whole = await org.client.retrieveAll({
      ...query,
      filter: where('DataExtension.CustomerKey', 'equals', key),
    });
    const sizes: number[] = [];
    const ids = new Set<string>();
    const paged = { ...query, filter: where('DataExtension.CustomerKey', 'equals', key), batchSize: 2 };
    for await (const page of org.client.retrieve(paged)) {
      sizes.push(page.length);
      for (const field of page) ids.add(textAt(field, 'ObjectID') ?? '');
    }
    assert.equal(ids.size, whole.length);
    assert.deepEqual(sizes, [2, 1]);
  });

  it('Retrieve says what is wrong with a property or an object', async () => {
    const rejects = async (objectType: string, property: string, words: RegExp): Promise<void> => {
      await assert.rejects(org.client.retrieveAll({ objectType, properties: [property] }), (error) => {
        assert.ok(error instanceof MarketingCloudError);
        assert.equal(error.code, 'request-rejected');
        assert.match(error.facts.serverMessage ?? '', words);
        return true;
      });
    };
    await rejects(
      'Send',
      'SentTime',
      /Request Property\(s\) SentTime do not match with the fields of Send retrieve/,
    );
    await rejects('NoSuchObject', 'ID', /Unable to find a handler for object type: NoSuchObject/);
  });

  it('Delete removes rows, and the data extension', async () => {
    const keys = { Keys: { Key: [{ Name: 'Id', Value: '001' }] } };
    const rows = await org.client.delete([{ $type: 'DataExtensionObject', CustomerKey: key, ...keys }]);
    assert.equal(rows.status, 'ok', rows.results[0]?.message);
    assert.deepEqual(await readRows(where('Id', 'equals', '001')), []);
    const gone = await org.client.delete([{ $type: 'DataExtension', CustomerKey: key }]);
    assert.equal(gone.status, 'ok', gone.results[0]?.message);
  });

  it('takes a message that a person wrote, and follows its pages', async () => {
    const body =
      '<RetrieveRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI"><RetrieveRequest><ObjectType>DataFolder</ObjectType>' +
      '<Properties>ID</Properties><Options><BatchSize>2</BatchSize></Options></RetrieveRequest></RetrieveRequestMsg>';
    const sizes: number[] = [];
    for await (const answer of org.client.sendPages('Retrieve', body)) {
      sizes.push(objectsAt(answer.content, 'Results').length);
      assert.match(answer.text, /^<\?xml/);
      if (sizes.length === 3) break;
    }
    assert.deepEqual(sizes, [2, 2, 2]);
  });

  it('sends, and is answered with, nothing that the schema does not allow', async function () {
    if (!schemaAvailable()) return this.skip();
    const exchanges = org.transport.exchanges.filter(({ request }) => request.url.endsWith('/Service.asmx'));
    const requests = exchanges.map(({ request }) => bodyOf(request.body ?? ''));
    assert.ok(requests.length > 20);
    assert.deepEqual((await Promise.all(requests.map(schemaProblems))).flat(), []);
    if (org.sandbox === undefined) return;
    const answers = exchanges.map(({ answer }) => answer()).filter((text) => text.includes(':Body>'));
    assert.deepEqual((await Promise.all(answers.map(bodyOf).map(schemaProblems))).flat().filter(isNews), []);
  });
});

/** Recorded answers of the real service deviate from the schema here too: a DeleteResult may lack its Object. */
function isNews(problem: string): boolean {
  return !/DeleteResult|DeleteResponse/.test(problem);
}
