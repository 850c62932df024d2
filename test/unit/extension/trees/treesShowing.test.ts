/** Which trees follow what a request has written. */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../../src/catalogue/index.ts';
import { treesShowing } from '../../../../src/extension/trees/treesShowing.ts';

describe('trees that show what was written', () => {
  it('are those of its types, each once', () => {
    assert.deepEqual(treesShowing(['DataFolder', 'List']), ['dataExtensions', 'lists']);
    assert.deepEqual(treesShowing(['DataExtensionObject', 'Email', 'NoSuchType']), []);
  });

  it('are known for types that there are', () => {
    for (const type of ['DataExtension', 'DataExtensionField', 'Group', 'ImportDefinition', 'Subscriber'])
      assert.ok(shippedCatalogue.properties(type) !== undefined && treesShowing([type]).length === 1, type);
  });
});
