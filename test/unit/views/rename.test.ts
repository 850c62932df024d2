/** What stands in the side bar is given another name, against the sandbox org; its key stays. */
import assert from 'node:assert/strict';
import type { TypedObject } from '../../../src/soap/index.ts';
import { textAt, where } from '../../../src/soap/pure.ts';
import { canRename, rename } from '../../../src/views/panels/properties/rename.ts';
import type { NodeSubject } from '../../../src/views/trees/treeNode.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';

describe('renaming', () => {
  let org: TestOrg;

  before(async () => {
    org = await openOrg();
    const objects: readonly TypedObject[] = [
      {
        $type: 'DataExtension',
        ...{ CustomerKey: 'rename-me', Name: 'Before' },
        Fields: {
          Field: [{ Name: 'Key', FieldType: 'Text', MaxLength: 10, IsPrimaryKey: true, IsRequired: true }],
        },
      },
      { $type: 'List', CustomerKey: 'rename-list', ListName: 'Before' },
    ];
    for (const object of objects) assert.equal((await org.client.create([object])).results[0]?.ok, true);
  });
  after(() => org.close());

  const valueOf = async (
    objectType: string,
    property: string,
    filter: ReturnType<typeof where>,
  ): Promise<unknown> => {
    const [object] = await org.client.retrieveAll({ objectType, properties: [property], filter });
    return object && textAt(object, property);
  };

  it('gives a data extension and one of its fields another name', async () => {
    const field: NodeSubject = { kind: 'field', name: 'Key', dataExtension: 'rename-me' };
    assert.equal((await rename(org.client, field, 'Id'))?.ok, true);
    const ofExtension = where('DataExtension.CustomerKey', 'equals', 'rename-me');
    assert.equal(await valueOf('DataExtensionField', 'Name', ofExtension), 'Id');
    const subject: NodeSubject = { kind: 'dataExtension', key: 'rename-me', name: 'Before' };
    assert.equal((await rename(org.client, subject, 'After <&> 💚'))?.ok, true);
    assert.equal(
      await valueOf('DataExtension', 'Name', where('CustomerKey', 'equals', 'rename-me')),
      'After <&> 💚',
    );
  });

  it('gives a list another name', async () => {
    const byKey = where('CustomerKey', 'equals', 'rename-list');
    const id = Number(await valueOf('List', 'ID', byKey));
    const subject: NodeSubject = { kind: 'list', id, name: 'Before', key: 'rename-list' };
    assert.equal((await rename(org.client, subject, 'After'))?.ok, true);
    assert.equal(await valueOf('List', 'ListName', byKey), 'After');
  });

  it('makes nothing of what was deleted meanwhile', async () => {
    const before = org.sandbox?.requests().length ?? 0;
    const subject: NodeSubject = { kind: 'dataExtension', key: 'gone', name: 'Gone' };
    assert.equal(await rename(org.client, subject, 'After'), undefined);
    const made = (org.sandbox?.requests() ?? []).slice(before).map(({ operation }) => operation);
    assert.equal(made.includes('Update'), false);
  });

  it('is not offered where the API takes no name', () => {
    assert.equal(canRename({ kind: 'group', id: 1, name: 'G' }), false);
    assert.equal(canRename({ kind: 'subscriber', key: 'a', listId: 1, status: 'Active' }), false);
    assert.equal(canRename({ kind: 'folder', id: 1, name: 'F', key: '', contentType: 'list' }), true);
  });
});
