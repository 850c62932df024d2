/** What the guides make works: their requests are run in the sandbox org, one after another, as a scratch file's are. */
import assert from 'node:assert/strict';
import type { Answers } from '../../../src/guides/guide.ts';
import { guides } from '../../../src/guides/index.ts';
import type { GuideId } from '../../../src/shared/guideIds.ts';
import { objectsAt, textAt, where } from '../../../src/soap/index.ts';
import { firstOf, runGuide, succeeded } from '../../support/guideRuns.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';

describe('what the guides make, run in the sandbox org (A1 to A15)', () => {
  let org: TestOrg;

  before(async () => {
    org = await openOrg();
  });

  after(() => org.close());

  const run = (id: GuideId, answers: Answers): ReturnType<typeof runGuide> => runGuide(org, id, answers);

  const first = (objectType: string, ...properties: string[]): Promise<string[]> =>
    firstOf(org, objectType, ...properties);

  const definition = async (key: string): Promise<Answers> => {
    const [classification = ''] = await first('SendClassification', 'CustomerKey');
    const [email = ''] = await first('Email', 'ID');
    return { name: key, key, classification, email, subject: 'Hello' };
  };

  it('creates subscribers on lists, and changes them the next time (A1, A3)', async () => {
    const [list = ''] = await first('List', 'ID');
    const file = 'SubscriberKey,EmailAddress\nguide-1,one@example.com\nguide-2,two@example.com';
    succeeded(await run('createSubscribers', { source: 'file', file, lists: list }));
    const again = { source: 'one', key: 'guide-1', email: 'new@example.com', attributes: '', lists: '' };
    succeeded(await run('createSubscribers', again));
    const [subscriber] = await org.client.retrieveAll({
      objectType: 'Subscriber',
      properties: ['SubscriberKey', 'EmailAddress'],
      filter: where('SubscriberKey', 'equals', 'guide-1'),
    });
    assert.equal(textAt(subscriber ?? {}, 'EmailAddress'), 'new@example.com');
    succeeded(await run('addToList', { list, keys: 'guide-1, guide-2', status: 'Unsubscribed' }));
    const members = await org.client.retrieveAll({
      objectType: 'ListSubscriber',
      properties: ['SubscriberKey', 'Status'],
      filter: where('SubscriberKey', 'equals', 'guide-2'),
    });
    assert.ok(members.some((member) => textAt(member, 'Status') === 'Unsubscribed'));
  });

  it('sends to a list that it makes: list, subscribers, definition, count, start (A2, A5, A10, A15)', async () => {
    const key = 'guide-list-send';
    const done = await run('sendToList', {
      ...(await definition(key)),
      ...{ listName: 'Made by a guide', keys: 'guide-1, guide-2' },
    });
    succeeded(done);
    const count = done.get('countAudience');
    const [counted] = count === undefined ? [] : objectsAt(count.content, 'Results.Result');
    assert.equal(textAt(counted ?? {}, 'Task.StatusMessage'), '2');
    const sends = await org.client.retrieveAll({
      objectType: 'Send',
      properties: ['ID', 'NumberTargeted'],
      filter: where('EmailSendDefinition.CustomerKey', 'equals', key),
    });
    assert.deepEqual(
      sends.map((send) => textAt(send, 'NumberTargeted')),
      ['2'],
    );
  });

  it('sends to a data extension that it makes, with its rows (A5, A6, A7, A15)', async () => {
    const [publicationList = ''] = await first('List', 'ID');
    const done = await run('sendToDataExtension', {
      ...(await definition('guide-extension-send')),
      ...{
        extensionName: 'Made by a guide',
        extensionKey: 'guide-people',
        sendableField: 'Key',
        publicationList,
      },
      fields: 'Key Text(50) key, Mail EmailAddress required, Points Number default=0, Price Decimal(10;2)',
      row: 'Key=guide-1, Mail=one@example.com',
    });
    succeeded(done);
    const columns = 'Key\nMail\nPoints';
    const file = 'Key,Mail,Points\nguide-1,one@example.com,7\nguide-2,two@example.com,';
    succeeded(await run('addRows', { dataExtension: 'guide-people', columns, source: 'file', file }));
    const rows: string[][] = [];
    for await (const page of org.client.retrieveRows({
      objectType: 'DataExtensionObject[guide-people]',
      properties: ['Key', 'Points'],
    })) {
      for (let row = 0; row < page.rowCount; row += 1)
        rows.push([page.cell(row, 0) ?? '', page.cell(row, 1) ?? '']);
    }
    assert.deepEqual(rows.sort(), [
      ['guide-1', '7'],
      ['guide-2', ''],
    ]);
  });

  it('retrieves the tracking of a send (A14)', async () => {
    const sends = await org.client.retrieveAll({ objectType: 'Send', properties: ['ID', 'Status'] });
    const send = sends.find((each) => textAt(each, 'Status') === 'Complete');
    const kinds = 'SentEvent, OpenEvent, ClickEvent, BounceEvent';
    const answers = { send: textAt(send ?? {}, 'ID') ?? '', kinds, since: '' };
    const [, links, lists, ...events] = guides.retrieveTracking.build(answers);
    assert.ok(links !== undefined && lists !== undefined && events.length === 4);
    const done = await run('retrieveTracking', answers);
    for (const name of [
      'send',
      'linkSend',
      'listSend',
      'sentEvent',
      'openEvent',
      'clickEvent',
      'bounceEvent',
    ]) {
      const answer = done.get(name);
      assert.ok(answer !== undefined);
      assert.match(textAt(answer.content, 'OverallStatus') ?? '', /^(OK|MoreDataAvailable)$/, name);
      assert.ok(objectsAt(answer.content, 'Results').length > 0, name);
    }
  });

  it('adds a profile attribute, which subscribers then have (A4)', async () => {
    const answers = { name: 'Favourite trail', type: 'string', required: 'false', default: '', options: '' };
    succeeded(await run('addAttribute', answers));
    const [subscriber] = await org.client.describe(['Subscriber']);
    assert.ok(subscriber?.extendedProperties.some(({ name }) => name === 'Favourite trail'));
  });

  it('schedules a send, once and again (A9)', async () => {
    const [key = ''] = await first('EmailSendDefinition', 'CustomerKey');
    const start = '2090-05-16T14:30:00+02:00';
    for (const recurrence of ['Once', 'Daily', 'Weekly']) {
      succeeded(await run('scheduleSend', { definition: key, start, recurrence, occurrences: '2' }));
    }
  });

  it('sets up a triggered send, fires it and pauses it (A11, A15)', async () => {
    const [list = ''] = await first('List', 'ID');
    const recipient = { subscriber: 'guide-1', attributes: '' };
    succeeded(
      await run('sendTriggered', {
        ...(await definition('guide-triggered')),
        ...{ ...recipient, list, address: 'one@example.com' },
      }),
    );
    const state = { definition: 'guide-triggered', state: 'Inactive' };
    succeeded(await run('startTriggeredSend', state));
    succeeded(await run('startTriggeredSend', { ...state, state: 'Active' }));
    succeeded(await run('fireTriggeredSend', { ...state, ...recipient, email: 'one@example.com' }));
  });

  it('refreshes a group (A13)', async () => {
    const [group = ''] = await first('Group', 'ID');
    succeeded(await run('refreshGroup', { group }));
  });

  it('sends an SMS (A12)', async () => {
    const [publication = ''] = await first('List', 'ID');
    const key = 'guide-sms';
    const { results } = await org.client.create([
      {
        $type: 'SMSTriggeredSendDefinition',
        CustomerKey: key,
        Name: key,
        Publication: { ID: Number(publication) },
      },
    ]);
    assert.ok(
      results.every(({ ok }) => ok),
      JSON.stringify(results),
    );
    const message = { number: '15555550100', message: 'Hello' };
    succeeded(await run('sendSms', { definition: key, subscriber: 'guide-1', ...message }));
  });
});
