/** What a check-up says in words: each finding with what to do, and a report without secrets. */
import assert from 'node:assert/strict';
import { checkRow, pendingRow } from '../../../../src/views/panels/checkup/checkRows.ts';
import { localRows, type LocalFacts } from '../../../../src/views/panels/checkup/localRows.ts';
import { reportText, verdictOf } from '../../../../src/views/panels/checkup/report.ts';
import { judgeScopes, MarketingCloudError } from '../../../../src/soap/index.ts';

const first = {
  mid: 1,
  afterFailure: false,
  describe: (error: unknown) => ({
    title: `Title of ${(error as MarketingCloudError).code}.`,
    advice: 'Do this.',
    ...((error as MarketingCloudError).facts.serverMessage === undefined
      ? {}
      : { serverMessage: (error as MarketingCloudError).facts.serverMessage ?? '' }),
  }),
};

describe('the rows of a connection check', () => {
  it('name what a token cannot do, and what it had better not (F4)', () => {
    const facts = judgeScopes(['data_extensions_read', 'users_write'], false);
    const { state, text, advice, details } = checkRow({ step: 'scopes', outcome: { facts } }, first);
    assert.equal(state, 'notice');
    assert.match(text, /would be refused; 1 scope is more than it needs/);
    assert.match(advice, /installed package/);
    assert.ok(details.includes('Cannot start sends and triggered sends: email_send missing'));
    assert.ok(details.includes('More than needed: users_write'));
  });

  it('tell a token that is for another business unit than was asked for', () => {
    const facts = { enterpriseId: 1, enterpriseName: 'Northwind', memberId: 1, userName: '' };
    const outcome = { facts };
    assert.equal(checkRow({ step: 'identity', outcome }, first).state, 'good');
    const other = checkRow({ step: 'identity', outcome }, { ...first, mid: 2 });
    assert.equal(other.state, 'notice');
    assert.match(other.advice, /MID 2 was asked for/);
  });

  it('give a failure its words, the service’s own, and a way to put it right', () => {
    const error = new MarketingCloudError('client-rejected', 'no', {
      serverMessage: 'Client authentication failed.',
    });
    const { state, text, details, actions } = checkRow({ step: 'token', outcome: { error } }, first);
    assert.equal(state, 'failed');
    assert.equal(text, 'Title of client-rejected.');
    assert.deepEqual(details, ['The service says: “Client authentication failed.”']);
    assert.deepEqual(actions, ['credentials']);
  });

  it('say why something was not checked', () => {
    const skipped = { step: 'scopes', outcome: { skipped: true } } as const;
    assert.match(checkRow(skipped, first).text, /does not say what it may do/);
    assert.match(checkRow(skipped, { ...first, afterFailure: true }).text, /before what failed above works/);
  });

  it('tell a clock that is off, in minutes', () => {
    assert.equal(checkRow({ step: 'clock', outcome: { facts: { ahead: 59_000 } } }, first).state, 'good');
    const late = checkRow({ step: 'clock', outcome: { facts: { ahead: -300_000 } } }, first);
    assert.equal(late.text, 'This machine is 5 min behind the service.');
  });
});

describe('what is known of a connection without asking', () => {
  const facts: LocalFacts = {
    production: true,
    readOnly: false,
    secretAge: 116,
    secretIsOld: true,
    proxy: 'proxy.example:8080',
  };

  it('is the age of its secret, which is to be changed regularly (F7)', () => {
    const [secret] = localRows(facts);
    assert.equal(secret?.state, 'notice');
    assert.equal(secret.text, 'Entered 116 days ago.');
    assert.deepEqual(secret.actions, ['credentials', 'settings']);
    assert.equal(localRows({ ...facts, secretAge: 0, secretIsOld: false })[0]?.text, 'Entered today.');
    assert.equal(localRows({ ...facts, secretAge: undefined })[0]?.state, 'skipped');
  });

  it('is how it is guarded, and the proxy', () => {
    const [, safety, proxy] = localRows(facts);
    assert.match(safety?.text ?? '', /^Marked as production/);
    assert.match(localRows({ ...facts, readOnly: true })[1]?.text ?? '', /^For reading only/);
    assert.equal(proxy?.text, 'Calls go through proxy.example:8080.');
  });
});

describe('the report', () => {
  const good = checkRow({ step: 'clock', outcome: { facts: { ahead: 0 } } }, first);
  const failed = checkRow(
    { step: 'token', outcome: { error: new MarketingCloudError('timed-out', 'x', { host: 'a.example' }) } },
    first,
  );

  it('has one sentence for all of it', () => {
    assert.equal(verdictOf([good], false), 'The connection works.');
    assert.equal(verdictOf([good, pendingRow('service')], true), 'Checking…');
    assert.equal(verdictOf([failed, good], false), 'Token: Title of timed-out.');
    assert.match(verdictOf([good, { ...good, state: 'notice' }], false), /one thing is to note/);
  });

  it('is plain text for somebody who can help', () => {
    const text = reportText({
      kind: 'checkup',
      where: 'Acme (MID 1)',
      verdict: 'v',
      running: false,
      rows: [failed, good],
    });
    assert.match(text, /^Connection check of Acme \(MID 1\)\nv\n\n\[FAILED\] Token: .*\n {4}Do this/);
    assert.match(text, /\[ok\] Clock: This machine and the service agree\.\n$/);
  });
});
