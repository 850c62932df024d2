/** What guides offer to pick is what the org has (rows A3, A5, A7). */
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
  ]) {
    it(`comes from the org: ${from}`, async () => {
      const found = await choices(from);
      assert.ok(found.length > 0);
      assert.ok(found.every(({ value, label }) => value !== '' && label !== ''));
    });
  }

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
