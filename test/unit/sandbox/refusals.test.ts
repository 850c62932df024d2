/** Operations and objects that the sandbox has not are refused, and nothing of them is pretended. */
import assert from 'node:assert/strict';
import { startSandbox, textOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';

describe('sandbox refusals', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ seed: 'empty' });
  });
  after(() => sandbox.stop());

  it('refuses what the sandbox has not, with the documented codes, and succeeds in none of it', async () => {
    const refusals: readonly (readonly [operation: string, message: string, code: string | undefined])[] = [
      ['Create', '<CreateRequest><Options/><Objects xsi:type="OpenEvent"/></CreateRequest>', '5'],
      ['Create', '<CreateRequest><Options/><Objects xsi:type="Asset"/></CreateRequest>', '8'],
      [
        'Update',
        '<UpdateRequest><Options/><Objects><CustomerKey>x</CustomerKey></Objects></UpdateRequest>',
        '8',
      ],
      [
        'Delete',
        '<DeleteRequest><Options/><Objects xsi:type="Send"><ID>1</ID></Objects></DeleteRequest>',
        '5',
      ],
      [
        'Perform',
        '<PerformRequestMsg><Action>start</Action><Definitions><Definition xsi:type="List"/></Definitions></PerformRequestMsg>',
        '100',
      ],
      [
        'Perform',
        '<PerformRequestMsg><Action>dance</Action><Definitions><Definition xsi:type="Send"/></Definitions></PerformRequestMsg>',
        '100',
      ],
      [
        'Configure',
        '<ConfigureRequestMsg><Action>Create</Action><Configurations><Configuration xsi:type="List"/></Configurations></ConfigureRequestMsg>',
        '5',
      ],
      [
        'Schedule',
        '<ScheduleRequestMsg><Action>start</Action><Interactions><Interaction xsi:type="EmailSendDefinition"/></Interactions></ScheduleRequestMsg>',
        '140',
      ],
      ['Execute', '<ExecuteRequestMsg><Requests><Name>Dance</Name></Requests></ExecuteRequestMsg>', '8'],
      [
        'Extract',
        '<ExtractRequestMsg><Requests><ID>x</ID><Options/></Requests></ExtractRequestMsg>',
        '31001',
      ],
    ];
    for (const [operation, message, code] of refusals) {
      const reply = await sandbox.call(operation, message);
      assert.equal(textOf(reply.message, 'OverallStatus'), 'Error', operation);
      assert.equal(textOf(reply.message, 'StatusCode'), 'Error', operation);
      assert.equal(textOf(reply.message, 'ErrorCode'), code, operation);
    }
    const query = await sandbox.call(
      'Query',
      '<QueryRequestMsg><QueryRequest><Query><Object><ObjectType>List</ObjectType><Properties>ID</Properties></Object></Query></QueryRequest></QueryRequestMsg>',
    );
    assert.match(textOf(query.message, 'OverallStatus') ?? '', /^Error: Unable to find a handler/);
  });

  it('tells its version, with the history where that is asked for', async () => {
    const ask = (history: boolean): Promise<SoapReply> =>
      sandbox.call(
        'VersionInfo',
        `<VersionInfoRequestMsg><IncludeVersionHistory>${String(history)}</IncludeVersionHistory></VersionInfoRequestMsg>`,
      );
    assert.doesNotMatch((await ask(false)).message, /<VersionHistory>/);
    assert.match((await ask(true)).message, /<VersionHistory><Version>/);
  });
});
