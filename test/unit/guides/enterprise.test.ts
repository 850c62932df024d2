/** What guides make beside the workflow of a send works in the sandbox org: extracts, accounts, users (D1, G2, G3). */
import assert from 'node:assert/strict';
import type { Answers } from '../../../src/guides/guide.ts';
import type { GuideId } from '../../../src/shared/guideIds.ts';
import { objectsAt, textAt, where, type RetrieveQuery } from '../../../src/soap/index.ts';
import { guideAnswers } from '../../support/guideAnswers.ts';
import { firstOf, runGuide, succeeded, valueOf as valueIn } from '../../support/guideRuns.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';

const listNamed = (key: string): RetrieveQuery => ({
  objectType: 'List',
  properties: ['ID'],
  filter: where('CustomerKey', 'equals', key),
});

describe('what the guides for accounts, users and extracts make, run in the sandbox org', () => {
  let org: TestOrg;

  before(async () => {
    org = await openOrg();
  });

  after(() => org.close());

  const run = (id: GuideId, answers: Answers): ReturnType<typeof runGuide> => runGuide(org, id, answers);

  const valueOf = (objectType: string, property: string, key: string): ReturnType<typeof valueIn> =>
    valueIn(org, objectType, property, key);

  it('creates a business unit, changes it, and deletes it (G2)', async () => {
    const parent = (await valueOf('BusinessUnit', 'ID', 'northwind')) ?? '';
    succeeded(await run('createBusinessUnit', { ...guideAnswers.createBusinessUnit[0], parent }));
    const businessUnit = (await valueOf('BusinessUnit', 'ID', 'south')) ?? '';
    succeeded(await run('changeBusinessUnit', { ...guideAnswers.changeBusinessUnit[0], businessUnit }));
    assert.equal(await valueOf('BusinessUnit', 'Name', 'south'), 'South');
    assert.equal(await valueOf('BusinessUnit', 'City', 'south'), 'Lisbon');
    assert.equal(await valueOf('BusinessUnit', 'IsActive', 'south'), '0');
    succeeded(await run('deleteBusinessUnit', { businessUnit }));
    assert.equal(await valueOf('BusinessUnit', 'ID', 'south'), undefined);
  });

  it('creates a client of an agency (G3)', async () => {
    const parent = (await valueOf('BusinessUnit', 'ID', 'northwind')) ?? '';
    const answers = { ...guideAnswers.createAgencyClient[0], key: 'client-blue', Name: 'Blue', parent };
    const done = await run('createAgencyClient', answers);
    succeeded(done);
    const [created] = objectsAt(done.get('createAgencyClient')?.content ?? {}, 'Results');
    assert.match(textAt(created ?? {}, 'NewID') ?? '', /^[1-9]\d+$/);
  });

  it('creates a role and a user, and gives the user other roles (G2)', async () => {
    succeeded(await run('createRole', guideAnswers.createRole[0] ?? {}));
    const businessUnit = (await valueOf('BusinessUnit', 'ID', 'northwind-uk')) ?? '';
    const user = { ...guideAnswers.createUser[0], userId: 'eva.new', businessUnits: businessUnit };
    succeeded(await run('createUser', user));
    assert.equal(await valueOf('AccountUser', 'DefaultBusinessUnit', 'eva.new'), businessUnit);
    const rights = { roles: 'role-sender', businessUnits: businessUnit };
    succeeded(await run('setUserRoles', { user: 'eva.new', ...rights }));
    const [changed = {}] = await org.client.retrieveAll({
      objectType: 'AccountUser',
      properties: ['CustomerKey', 'Name'],
      filter: where('CustomerKey', 'equals', 'eva.new'),
    });
    assert.deepEqual(
      objectsAt(changed, 'Roles.Role').map((role) => textAt(role, 'CustomerKey')),
      ['role-sender'],
    );
    assert.equal(textAt(changed, 'Name'), 'Ana Admin');
  });

  it('creates lists and subscribers in the business unit that was chosen (G2)', async () => {
    const businessUnit = (await valueOf('BusinessUnit', 'ID', 'northwind-uk')) ?? '';
    succeeded(await run('createList', { ...guideAnswers.createList[0], businessUnit, key: 'guide-uk' }));
    assert.deepEqual(await org.client.retrieveAll(listNamed('guide-uk')), []);
    const [list] = await org.clientFor(Number(businessUnit)).retrieveAll(listNamed('guide-uk'));
    const id = textAt(list ?? {}, 'ID') ?? '';
    const person = { source: 'one', key: 'guide-uk-1', email: 'uk@example.com', attributes: '' };
    succeeded(await run('createSubscribers', { businessUnit, ...person, lists: id }));
    const status = { list: id, keys: 'guide-uk-1', status: 'Unsubscribed' };
    succeeded(await run('addToList', { businessUnit, ...status }));
  });

  it('extracts rows and tracking, and whatever the account describes (D1)', async () => {
    const [dataExtension = ''] = await firstOf(org, 'DataExtension', 'CustomerKey');
    const [rows, tracking = {}, other = {}] = guideAnswers.extractData;
    const values = 'OutputFileName=x.zip, StartDate=1/1/2026, EndDate=2/1/2026, ExtractSent=true';
    for (const answers of [{ ...rows, dataExtension }, tracking, { ...other, values }]) {
      const done = await run('extractData', answers);
      succeeded(done);
      const [result] = objectsAt(done.get('extractData')?.content ?? {}, 'Results.ExtractResult');
      assert.equal(textAt(result ?? {}, 'StatusMessage'), 'Extract queued');
    }
  });
});
