/** Every kind of answer becomes a table. */
import assert from 'node:assert/strict';
import { ResultSession } from '../../../src/views/panels/result/session.ts';
import { rowObjects, TableBuilder } from '../../../src/views/export/objectTable.ts';
import type { SoapObject } from '../../../src/soap/index.ts';

function tableOf(...pages: readonly (readonly SoapObject[])[]): {
  columns: string[];
  rows: (string | null)[][];
} {
  const table = new TableBuilder();
  for (const page of pages) table.add(page);
  return { columns: table.columns, rows: table.rows };
}

describe('result table', () => {
  it('has a column for each column of a data extension', () => {
    const row = (...cells: readonly (readonly [string, string | null])[]): SoapObject => ({
      $type: 'DataExtensionObject',
      PartnerKey: null,
      Properties: { Property: cells.map(([Name, Value]) => ({ Name, Value })) },
    });
    assert.deepEqual(
      tableOf([row(['Id', '007'], ['City', ''])], [row(['Id', '2'], ['New', 'x']), row(['City', null])]),
      {
        columns: ['Id', 'City', 'New'],
        rows: [
          ['007', ''],
          ['2', '', 'x'],
          ['', null],
        ],
      },
    );
  });

  it('has dotted columns for what is nested, and leaves the nil pair out', () => {
    const send: SoapObject = {
      $type: 'Send',
      PartnerKey: null,
      ObjectID: null,
      ID: 7,
      Email: { PartnerKey: null, ID: 3 },
      SentDate: null,
    };
    assert.deepEqual(tableOf([send]), { columns: ['ID', 'Email.ID', 'SentDate'], rows: [['7', '3', null]] });
  });

  it('has a column for each name of name and value pairs, and JSON for other lists', () => {
    const subscriber: SoapObject = {
      SubscriberKey: 'a',
      Attributes: [
        { Name: 'First Name', Value: 'Ann' },
        { Name: 'City', Value: '' },
      ],
      Lists: [{ ID: 1 }, { ID: 2 }],
    };
    assert.deepEqual(tableOf([subscriber]), {
      columns: ['SubscriberKey', 'Attributes.First Name', 'Attributes.City', 'Lists'],
      rows: [['a', 'Ann', '', '[{"ID":1},{"ID":2}]']],
    });
  });

  it('finds the rows of every answer', () => {
    const one: SoapObject = { StatusCode: 'OK' };
    const cases: readonly (readonly [string, SoapObject])[] = [
      ['RetrieveResponseMsg', { Results: [one] }],
      ['CreateResponse', { Results: [one] }],
      ['PerformResponseMsg', { Results: { Result: [one] } }],
      ['SystemStatusResponseMsg', { Results: { Result: [one] } }],
      ['ExtractResponseMsg', { Results: { ExtractResult: [one] } }],
      ['VersionInfoResponseMsg', { VersionInfo: one }],
    ];
    for (const [name, content] of cases) assert.deepEqual(rowObjects(name, content), [one], name);
    const definition: SoapObject = {
      ObjectDefinition: [
        {
          ObjectType: 'List',
          Properties: [{ Name: 'ID' }],
          ExtendedProperties: { ExtendedProperty: [{ Name: 'x' }] },
        },
      ],
    };
    assert.deepEqual(rowObjects('DefinitionResponseMsg', definition), [
      { ObjectType: 'List', Name: 'ID' },
      { ObjectType: 'List', Name: 'x' },
    ]);
    assert.deepEqual(rowObjects('RetrieveResponseMsg', { OverallStatus: 'OK' }), []);
  });
});

describe('result session', () => {
  it('tells a late listener everything, and then every change', () => {
    const session = new ResultSession('T', 'W');
    session.addRows([{ ID: 1 }]);
    const heard: string[] = [];
    session.listen({
      stateChanged: ({ status, rowCount }) => heard.push(`${status} ${String(rowCount)}`),
      rowsAdded: (from, rows) => heard.push(`rows ${String(from)}+${String(rows.length)}`),
    });
    session.addRows([{ ID: 2 }, { ID: 3 }]);
    session.finish('done');
    assert.deepEqual(heard, ['running 1', 'rows 0+1', 'running 3', 'rows 1+2', 'done 3']);
  });

  it('shows the beginning of a long text, and says so', () => {
    const session = new ResultSession('T', 'W');
    session.setTexts('<short/>', 'x'.repeat(300_000));
    const state = session.state();
    assert.equal(state.response.length, 200_000);
    assert.deepEqual([state.requestCut, state.responseCut], [false, true]);
    assert.equal(session.responseText.length, 300_000);
  });
});
