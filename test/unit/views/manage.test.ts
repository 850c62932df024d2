/** Finding things anywhere in an org, and data extensions as definitions, against the sandbox org. */
import assert from 'node:assert/strict';
import {
  definitionJson,
  definitionXml,
  readDefinition,
  renamed,
} from '../../../src/views/dataExtensions/definition.ts';
import { findInOrg } from '../../../src/views/trees/findInOrg.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';

describe('an org', () => {
  let org: TestOrg;
  const { signal } = new AbortController();

  before(async () => (org = await openOrg()));
  after(() => org.close());

  it('is searched by name and key, by the service, one request a kind', async () => {
    const before = org.sandbox?.requests().length ?? 0;
    const { found, refused } = await findInOrg(org.client, 'customer', signal);
    assert.deepEqual(refused, []);
    assert.equal(found[0]?.name.toLowerCase().startsWith('customer'), true);
    assert.ok(found.every(({ name, key }) => `${name} ${key}`.toLowerCase().includes('customer')));
    assert.ok(
      found.some(({ kind, subject }) => kind === 'data extension' && subject?.kind === 'dataExtension'),
    );
    const asked = (org.sandbox?.requests() ?? []).slice(before).map(({ objectType }) => objectType);
    assert.deepEqual(asked.filter((type) => type !== undefined).sort(), [
      'DataExtension',
      'Email',
      'EmailSendDefinition',
      'List',
      'TriggeredSendDefinition',
    ]);
  });

  it('has nothing for what no name holds, and takes signs of patterns as they are', async () => {
    assert.deepEqual(await findInOrg(org.client, 'no such thing', signal), { found: [], refused: [] });
    const { found } = await findInOrg(org.client, '%', signal);
    assert.ok(found.every(({ name, key }) => `${name}${key}`.includes('%')));
  });

  it('still shows the other kinds when one is refused', async () => {
    org.sandbox?.faults.add({ kind: 'maintenance', objectType: 'List' });
    const { found, refused } = await findInOrg(org.client, 'a', signal);
    org.sandbox?.faults.clear();
    assert.deepEqual(
      refused.map(({ kind }) => kind),
      ['list'],
    );
    assert.ok(found.length > 0);
  });

  it('gives the definition of a data extension, from which another like it is made', async () => {
    const { found } = await findInOrg(org.client, 'Customers', signal);
    const key = found.find(({ kind, name }) => kind === 'data extension' && name === 'Customers')?.key ?? '';
    const definition = await readDefinition(org.client, { key });
    assert.ok(definition);
    const outcome = await org.client.create([renamed(definition, 'Customers copy')]);
    assert.equal(outcome.results[0]?.message, 'Data Extension created.');
    const { found: copies } = await findInOrg(org.client, 'Customers copy', signal);
    const copy = await readDefinition(org.client, { key: copies[0]?.key ?? '' });
    const same = (one: unknown): unknown => ({ ...(one as object), CustomerKey: '', Name: '' });
    assert.deepEqual(same(copy), same(definition));
    const { Fields } = JSON.parse(definitionJson(definition)) as { Fields: { Field: { Name: string }[] } };
    assert.equal(Fields.Field[0]?.Name, 'CustomerKey');
    assert.match(definitionXml(definition), /^<Objects xsi:type="DataExtension">\n {2}<CustomerKey>/);
    assert.equal(await readDefinition(org.client, { key: 'no such key' }), undefined);
  });
});
