/** Seeds of one's own: accounts, objects and rows as JSON, and what is said when they are wrong. */
import assert from 'node:assert/strict';
import type { OwnSeed } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf } from '../../support/sandbox.ts';

const seed: OwnSeed = {
  accounts: [
    { mid: 700, name: 'My enterprise' },
    { mid: 701, name: 'My unit', key: 'unit' },
  ],
  objects: [
    {
      type: 'DataExtension',
      CustomerKey: 'people',
      Name: 'People',
      Fields: {
        Field: [
          { Name: 'Id', FieldType: 'Text', MaxLength: 20, IsPrimaryKey: true, IsRequired: true },
          { Name: 'Age', FieldType: 'Number' },
        ],
      },
    },
    { type: 'List', ListName: 'Mine', Client: { ID: 701 } },
    { type: 'PropertyDefinition', Name: 'Nickname', PropertyType: 'string' },
    {
      type: 'Subscriber',
      SubscriberKey: 'a',
      EmailAddress: 'a@example.com',
      Attributes: [{ Name: 'Nickname', Value: 'A' }],
    },
  ],
  rows: {
    people: [
      { Id: 'x', Age: 41 },
      { Id: 'y', Age: null },
    ],
  },
};

describe('sandbox seeds of one’s own', () => {
  it('make an org of what they hold', async () => {
    const sandbox = await startSandbox({ seed });
    try {
      assert.deepEqual(
        sandbox.connection.businessUnits.map(({ mid, name }) => [mid, name]),
        [
          [700, 'My enterprise'],
          [701, 'My unit'],
        ],
      );
      const rows = await sandbox.retrieve('DataExtensionObject[people]', ['Id', 'Age']);
      assert.deepEqual(textsOf(rows.message, 'Value'), ['x', '41', 'y', '']);
      const lists = await sandbox.retrieve('List', ['ListName'], '', 701);
      assert.deepEqual(textsOf(lists.message, 'ListName'), ['All Subscribers', 'Mine']);
      assert.match(
        (await sandbox.retrieve('Subscriber', ['ID'])).message,
        /<Name>Nickname<\/Name><Value>A<\/Value>/,
      );
      sandbox.reset();
      assert.equal(textOf((await sandbox.retrieve('DataExtension', ['Name'])).message, 'Name'), 'People');
    } finally {
      await sandbox.stop();
    }
  });

  for (const [problem, wrong] of [
    [/A seed is a JSON object/, []],
    [/A seed has no "lists"/, { lists: [] }],
    [/rows must be an object with a list/, { rows: { a: 1 } }],
    [/accounts\[0\] needs a mid and a name/, { accounts: [{ name: 'x' }] }],
    [/objects\[0\]\.type must be a type of the schema, not "Lst"/, { objects: [{ type: 'Lst' }] }],
    [/objects\[0\]\.Nmae: a List has no Nmae/, { objects: [{ type: 'List', Nmae: 'x' }] }],
    [
      /objects\[0\]\.Category: Input string was not in a correct format/,
      { objects: [{ type: 'List', Category: 'x' }] },
    ],
    [/objects\[0\]: The list name is required/, { objects: [{ type: 'List' }] }],
    [/objects\[0\]: a OpenEvent cannot be created/, { objects: [{ type: 'OpenEvent' }] }],
    [/rows\.nobody\[0\]: Invalid Customer Key/, { rows: { nobody: [{}] } }],
    [/rows\.people\[0\]: .*Id: Key value missing/, { ...seed, rows: { people: [{ Age: 1 }] } }],
  ] as const) {
    it(`say where they are wrong: ${String(problem)}`, async () => {
      await assert.rejects(startSandbox({ seed: wrong as unknown as OwnSeed }), problem);
    });
  }
});
