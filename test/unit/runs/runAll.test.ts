/** Run All leaves nothing out without a word: circles and sections that are no request are told. */
import assert from 'node:assert/strict';
import type { StepOutcome } from '../../../src/runs/index.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';
import { runText, testHost } from '../../support/runHost.ts';

const status = '<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>';

function summary(outcomes: readonly StepOutcome[]): string[] {
  return outcomes.map(({ title, status: ended, failure }) =>
    failure?.kind === 'unresolved' ? `${title}: ${ended} (${failure.message})` : `${title}: ${ended}`,
  );
}

describe('running all of a scratch file', () => {
  let org: TestOrg;
  before(async () => (org = await openOrg()));
  after(() => org.close());

  it('tells of requests that lead to each other, and runs the others', async () => {
    const led = (name: string, next: string): string =>
      `### ${name}\n# @name ${name}\n# @onSuccess run ${next}\n${status}\n`;
    const before = org.sandbox?.requests().length ?? 0;
    assert.deepEqual(
      summary(await runText(`${led('a', 'b')}${led('b', 'a')}### c\n${status}`, testHost(org.client))),
      [
        'a: failed (This chain of requests comes back to where it began.)',
        'b: failed (This chain of requests comes back to where it began.)',
        'c: passed',
      ],
    );
    assert.deepEqual(
      org.sandbox
        ?.requests()
        .slice(before)
        .map(({ operation }) => operation)
        .filter((name) => name !== 'Token'),
      ['GetSystemStatus'],
    );
    const entered = `${led('first', 'a')}${led('a', 'b')}${led('b', 'a')}`;
    assert.deepEqual(summary(await runText(entered, testHost(org.client))), [
      'first: passed',
      'a: failed (This chain of requests comes back to where it began.)',
    ]);
  });

  it('leaves no section out that is not empty', async () => {
    const text = `### empty\n\n### words\nhello\n### bare\n# @name bare\n### up\n${status}`;
    assert.deepEqual(summary(await runText(text, testHost(org.client))), [
      'words: failed (Expected a comment, a directive, a variable, or the XML of a request.)',
      'bare: failed (These directives have no request below them.)',
      'up: passed',
    ]);
  });
});
