/** A Delete of an import definition that fails validation is found, and its Update says why (D7); failures are told once (B6). */
import assert from 'node:assert/strict';
import { failureNotice } from '../../../src/extension/requests/failureNotice.ts';
import { explainDelete } from '../../../src/guides/index.ts';
import { unexplainedDelete, type StepOutcome } from '../../../src/runs/index.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';
import { runText, testHost } from '../../support/runHost.ts';

const definition = (content: string): string =>
  `<Objects xsi:type="ImportDefinition"><CustomerKey>imp</CustomerKey>${content}</Objects>`;

const extension = (content: string): string =>
  `<Objects xsi:type="DataExtension"><CustomerKey>gone</CustomerKey>${content}</Objects>`;

const create = (objects: string): string => `<CreateRequest><Options/>${objects}</CreateRequest>`;
const remove = (objects: string): string => `<DeleteRequest><Options/>${objects}</DeleteRequest>`;

const status = '<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>';

describe('failures of a run', () => {
  let org: TestOrg;

  before(async () => {
    org = await openOrg();
    const made = await run(
      [
        create(
          extension(
            '<Name>gone</Name><Fields><Field><Name>Id</Name><FieldType>Number</FieldType></Field></Fields>',
          ),
        ),
        create(
          definition(
            '<Name>imp</Name><DestinationObject xsi:type="DataExtension"><CustomerKey>gone</CustomerKey></DestinationObject><FieldMappingType>InferFromColumnHeadings</FieldMappingType><FileSpec>x.csv</FileSpec><FileType>CSV</FileType><RetrieveFileTransferLocation><CustomerKey>ExactTarget Enhanced FTP</CustomerKey></RetrieveFileTransferLocation><UpdateType>AddAndUpdate</UpdateType>',
          ),
        ),
        remove(extension('')),
      ].join('\n###\n'),
    );
    assert.ok(made.every(({ status: ended }) => ended === 'passed'));
  });

  after(() => org.close());

  const run = (text: string): Promise<readonly StepOutcome[]> => runText(text, testHost(org.client));

  it('show why an import definition cannot be deleted, by an Update (D7)', async () => {
    const [deleted] = await run(`# @bu 42\n${remove(definition(''))}`);
    assert.ok(deleted !== undefined);
    const unexplained = unexplainedDelete(deleted);
    assert.deepEqual(unexplained, { customerKey: 'imp' });
    const text = explainDelete({ ...unexplained, directives: ['bu 42'] }, new Map([['FileSpec', 'x.csv']]));
    assert.match(text, /# @bu 42\n<UpdateRequest>/);
    const [explained] = await run(text);
    assert.ok(explained?.failure?.kind === 'service');
    assert.match(explained.failure.message, /The DestinationObject does not exist/);
  });

  it('are no such Delete when something else failed (D7)', async () => {
    const [missing] = await run(
      remove('<Objects xsi:type="ImportDefinition"><CustomerKey>no</CustomerKey></Objects>'),
    );
    assert.equal(missing?.status, 'failed');
    assert.equal(unexplainedDelete(missing), undefined);
    const [updated] = await run('<UpdateRequest><Options/>' + definition('') + '</UpdateRequest>');
    assert.equal(updated?.status, 'failed');
    assert.equal(unexplainedDelete(updated), undefined);
  });

  it('are told in one sentence, however many they are (B6)', async () => {
    const outcomes = await run(
      `### up\n${status}\n### first\n${remove(definition(''))}\n### second\n${remove(definition(''))}`,
    );
    const notice = failureNotice(outcomes);
    assert.equal(
      notice?.message,
      '2 of 3 requests failed, first “first”: The ImportDefinition failed validation.',
    );
    assert.equal(notice.unexplained?.customerKey, 'imp');
    assert.equal(failureNotice(outcomes.slice(0, 1)), undefined);
    assert.equal(
      failureNotice(outcomes.slice(1, 2))?.message,
      '“first” failed: The ImportDefinition failed validation.',
    );
  });
});
