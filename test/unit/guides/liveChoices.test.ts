/** What guides offer to pick is what the org has (rows A3, A5, A7, D1, G2). */
import assert from 'node:assert/strict';
import { liveChoices } from '../../../src/extension/guides/liveChoices.ts';
import { guides } from '../../../src/guides/index.ts';
import type { PickSource } from '../../../src/guides/guide.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';

describe('what is picked in guides', () => {
  let org: TestOrg;

  before(async () => {
    org = await openOrg();
  });

  after(() => org.close());

  const { signal } = new AbortController();

  const choices = async (from: PickSource, of = ''): ReturnType<typeof liveChoices> =>
    liveChoices(org.client, { from }, of, signal);

  for (const from of [
    ...(['lists', 'dataExtensions', 'sendableDataExtensions', 'emails', 'sendClassifications'] as const),
    ...(['sendDefinitions', 'triggeredSendDefinitions', 'sends'] as const),
    ...(['publicationLists', 'businessUnits', 'users', 'roles', 'extractTypes'] as const),
  ]) {
    it(`comes from the org: ${from}`, async () => {
      const found = await choices(from);
      assert.ok(found.length > 0);
      assert.ok(found.every(({ value, label }) => value !== '' && label !== ''));
    });
  }

  it('says what an extract needs, by its description, and that first (D1)', async () => {
    const [, tracking] = await choices('extractTypes');
    const parameters = await choices('extractParameters', tracking?.value);
    assert.deepEqual(
      parameters.filter(({ isPicked }) => isPicked === true).map(({ value }) => value),
      ['EndDate', 'OutputFileName', 'StartDate'],
    );
    assert.equal(parameters[0]?.description, 'datetime · needed');
    assert.ok(parameters.some(({ value }) => value === 'ExtractOpens'));
  });

  it('brings the lists of the business unit that was chosen (G2)', async () => {
    const units = await choices('businessUnits');
    const { value: mid = '' } = units.find(({ label }) => label === 'Northwind UK') ?? {};
    const own = await choices('lists');
    const there = await choices('lists', mid);
    assert.ok(there.length > 0);
    assert.ok(there.every(({ value }) => own.every((list) => list.value !== value)));
  });

  it('says which fields are keys', async () => {
    const [extension] = await choices('sendableDataExtensions');
    const fields = await choices('fields', extension?.description);
    assert.ok(fields.some(({ description = '' }) => description.endsWith(' · primary key')));
  });

  it('offers sendable data extensions by what a send definition needs of them', async () => {
    const [extension] = await choices('sendableDataExtensions');
    assert.match(extension?.value ?? '', /^[\da-f-]{36}$/);
    assert.ok(guides.createSendDefinition.questions.some(({ key }) => key === 'dataExtension'));
  });
});
