/** Pages of a retrieve: how long they are, and that they join without a gap. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, textOf, textsOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';
import { allPages, filter } from './requests.ts';

const status = (reply: SoapReply): string | undefined => textOf(reply.message, 'OverallStatus');

describe('sandbox paging', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.UTC(2030, 4, 16, 18)) });
  });
  after(() => sandbox.stop());

  async function pages(type: string, property: string, rest: string): Promise<string[][]> {
    const element = type.startsWith('DataExtensionObject') ? 'Value' : property;
    const replies = await allPages(sandbox, sandbox.retrieve(type, [property], rest));
    return replies.map(({ message }) => textsOf(message, element));
  }

  it('answers 2,500 rows at most, and fewer where a BatchSize says so', async () => {
    assert.deepEqual(
      (await pages('Subscriber', 'SubscriberKey', '')).map((page) => page.length),
      [2500, 2500, 1000],
    );
    assert.deepEqual(
      (await pages('Subscriber', 'SubscriberKey', '<Options><BatchSize>9000</BatchSize></Options>')).map(
        (page) => page.length,
      ),
      [2500, 2500, 1000],
    );
    const small = await pages('DataExtension', 'Name', '<Options><BatchSize>100</BatchSize></Options>');
    assert.deepEqual(new Set(small.slice(0, -1).map((page) => page.length)), new Set([100]));
  });

  it('neither loses nor repeats a row, filtered or not', async () => {
    const whole = (await pages('DataExtension', 'Name', '')).flat();
    assert.ok(whole.length >= 300);
    assert.equal(new Set(whole).size, whole.length);
    assert.deepEqual(
      (await pages('DataExtension', 'Name', '<Options><BatchSize>7</BatchSize></Options>')).flat(),
      whole,
    );
    const orders = filter('Name', 'contains', 'order');
    const some = await pages('DataExtension', 'Name', `${orders}<Options><BatchSize>9</BatchSize></Options>`);
    assert.deepEqual(
      some.flat(),
      whole.filter((name) => name.toLowerCase().includes('order')),
    );
    const cities = filter('City', 'equals', 'Köln');
    const keys = (await pages('DataExtensionObject[Customers]', 'CustomerKey', cities)).flat();
    assert.ok(keys.length > 5000);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('does not announce a page that would be empty', async () => {
    const rows = (await pages('DataExtensionObject[Country_Codes]', 'Code', '')).flat().length;
    const exact = await pages(
      'DataExtensionObject[Country_Codes]',
      'Code',
      `<Options><BatchSize>${String(rows)}</BatchSize></Options>`,
    );
    assert.equal(exact.length, 1);
  });

  it('gives every page a RequestID of its own, which can be continued more than once', async () => {
    const first = await sandbox.retrieve('List', ['ListName'], '<Options><BatchSize>4</BatchSize></Options>');
    const handle = textOf(first.message, 'RequestID') ?? '';
    const next = (): Promise<SoapReply> =>
      sandbox.retrieve('List', ['Ignored'], `<ContinueRequest>${handle}</ContinueRequest>`);
    const [second, again] = [await next(), await next()];
    assert.notEqual(textOf(second.message, 'RequestID'), handle);
    assert.deepEqual(textsOf(second.message, 'ListName'), textsOf(again.message, 'ListName'));
    assert.equal(textsOf(second.message, 'ListName').length, 4);
  });

  it('keeps a handle for the account that got it', async () => {
    const first = await sandbox.retrieve('List', ['ListName'], '<Options><BatchSize>4</BatchSize></Options>');
    const handle = textOf(first.message, 'RequestID') ?? '';
    const stranger = await sandbox.retrieve(
      'List',
      ['ListName'],
      `<ContinueRequest>${handle}</ContinueRequest>`,
      100_000_002,
    );
    assert.match(status(stranger) ?? '', /does not exist/);
  });
});
