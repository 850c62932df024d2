/** Every kind of answer becomes a table. */
import assert from 'node:assert/strict';
import type { ResultTexts } from '../../../src/shared/resultMessages.ts';
import { LongXml } from '../../../src/views/panels/result/longXml.ts';
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
      textsChanged: ({ response }) => heard.push(`response ${response}`),
      rowsAdded: (from, rows) => heard.push(`rows ${String(from)}+${String(rows.length)}`),
    });
    session.addRows([{ ID: 2 }, { ID: 3 }]);
    session.finish('done');
    assert.deepEqual(heard, ['running 1', 'response ', 'rows 0+1', 'running 3', 'rows 1+2', 'done 3']);
  });

  it('shows the beginning of a long text, makes no more of it pretty, and says so', () => {
    const session = new ResultSession('T', 'W');
    const read: number[] = [];
    const pretty = (xml: string): string => {
      read.push(xml.length);
      return xml.toUpperCase();
    };
    const texts: ResultTexts[] = [];
    session.listen({
      stateChanged: () => undefined,
      textsChanged: (shown) => texts.push(shown),
      rowsAdded: () => undefined,
    });
    const pages = ['a'.repeat(60_000), 'b'.repeat(60_000), 'c'.repeat(60_000)];
    session.setTexts(new LongXml(['<short/>'], pretty), new LongXml(pages, pretty));
    const [, shown] = texts;
    assert.deepEqual([shown?.requestCut, shown?.responseCut], [false, true]);
    assert.equal(shown?.request, '<SHORT/>');
    assert.equal(shown.response, `${'A'.repeat(60_000)}\n\n${'B'.repeat(40_000)}`);
    session.listen(undefined);
    assert.deepEqual(read, [8, 60_000, 40_000]);
    assert.deepEqual(session.response.xmls, pages);
  });

  it('shows what became of objects in the place of what was said of them at first', () => {
    const session = new ResultSession('T', 'W');
    session.addRows([{ Queued: true }]);
    const heard: string[] = [];
    session.listen({
      stateChanged: ({ columns }) => heard.push(columns.join()),
      textsChanged: () => undefined,
      rowsAdded: (from, rows) => heard.push(`${String(from)}: ${JSON.stringify(rows)}`),
    });
    session.replaceRows([{ StatusCode: 'OK' }]);
    assert.deepEqual(heard, ['Queued', '0: [["true"]]', 'StatusCode', '0: [["OK"]]']);
  });
});
