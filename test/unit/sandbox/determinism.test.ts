/** Two sandboxes with one seed and one clock answer the same bytes. */
import assert from 'node:assert/strict';
import { manualClock } from '../../../src/sandbox/index.ts';
import { startSandbox, type TestSandbox } from '../../support/sandbox.ts';

/** What is asked of each; the answers depend on everything that the org makes up. */
async function session(sandbox: TestSandbox, advance: (milliseconds: number) => void): Promise<string> {
  const answers: string[] = [];
  const keep = async (reply: Promise<{ envelope: string }>): Promise<void> =>
    void answers.push((await reply).envelope);
  for (const [type, properties] of [
    ['DataExtension', ['ObjectID', 'CustomerKey', 'Name', 'CreatedDate', 'CategoryID']],
    ['DataExtensionObject[Customers]', ['CustomerKey', 'EmailAddress', 'Notes', 'BirthDate']],
    ['DataFolder', ['ID', 'ObjectID', 'Name']],
    ['Subscriber', ['ID', 'SubscriberKey', 'Status']],
    ['Send', ['ID', 'Status', 'NumberSent', 'UniqueOpens', 'SentDate']],
    ['ClickEvent', ['SendID', 'SubscriberKey', 'EventDate', 'URL', 'ObjectID']],
  ] as const) {
    await keep(sandbox.retrieve(type, properties));
  }
  await keep(
    sandbox.call(
      'Create',
      '<CreateRequest><Options/><Objects xsi:type="List"><ListName>x</ListName></Objects></CreateRequest>',
    ),
  );
  await keep(
    sandbox.call(
      'Perform',
      '<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="EmailSendDefinition"><CustomerKey>weekly-newsletter</CustomerKey></Definition></Definitions></PerformRequestMsg>',
    ),
  );
  advance(333_000);
  await keep(sandbox.retrieve('Send', ['ID', 'Status', 'NumberSent', 'UniqueOpens', 'SentDate']));
  answers.push(await sandbox.token(), JSON.stringify(sandbox.requests()));
  return answers.join('\n').replaceAll(sandbox.address, 'ADDRESS');
}

async function run(randomSeed: number): Promise<string> {
  const clock = manualClock(Date.UTC(2030, 4, 16, 18, 1, 2, 345));
  const sandbox = await startSandbox({ clock, randomSeed });
  try {
    return await session(sandbox, (milliseconds) => clock.advance(milliseconds));
  } finally {
    await sandbox.stop();
  }
}

describe('sandbox determinism', () => {
  it('holds for one seed, and another seed answers otherwise', async () => {
    const [first, second, other] = [await run(5), await run(5), await run(6)];
    assert.equal(first, second);
    assert.notEqual(first, other);
  });
});
