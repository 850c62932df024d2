/** What a request would do is known before it is sent: sends, deletes, clears and large writes need consent. */
import assert from 'node:assert/strict';
import { assess, consentFor, needsConsent } from '../../../src/runs/danger.ts';
import { messageIn } from '../../../src/runs/objects.ts';
import { readEnvironments } from '../../../src/runs/environment.ts';
import { resolveSavePath } from '../../../src/runs/saveResult.ts';

const objects = (type: string, count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<Objects xsi:type="${type}"><CustomerKey>k${String(index)}</CustomerKey></Objects>`,
  ).join('');
const perform = (action: string, type: string): string =>
  `<PerformRequestMsg><Action>${action}</Action><Definitions><Definition xsi:type="${type}"><CustomerKey>a</CustomerKey></Definition></Definitions></PerformRequestMsg>`;

describe('danger', () => {
  const cases: readonly (readonly [operation: string, message: string, effect: string, consent: boolean])[] =
    [
      ['Retrieve', '<RetrieveRequestMsg/>', 'reads', false],
      ['Create', `<CreateRequest>${objects('List', 1)}</CreateRequest>`, 'writes', false],
      ['Create', `<CreateRequest>${objects('Subscriber', 51)}</CreateRequest>`, 'writes', true],
      ['Create', `<CreateRequest>${objects('TriggeredSend', 1)}</CreateRequest>`, 'sends', true],
      ['Delete', `<DeleteRequest>${objects('Subscriber', 1)}</DeleteRequest>`, 'deletes', true],
      ['Perform', perform('start', 'EmailSendDefinition'), 'sends', true],
      ['Perform', perform('start', 'ImportDefinition'), 'writes', false],
      ['Perform', perform('ClearData', 'DataExtension'), 'clears', true],
      ['Perform', perform('stop', 'EmailSendDefinition'), 'writes', false],
    ];
  for (const [operation, text, effect, consent] of cases) {
    it(`${operation} ${text.slice(0, 90)} ${effect}`, () => {
      const message = messageIn(text);
      assert.ok(message);
      const danger = assess(operation, message);
      assert.equal(danger.effect, effect);
      assert.equal(needsConsent(danger, { objects: 50 }), consent);
    });
  }

  it('takes the name typed for bulk writes to production, a button elsewhere (B5)', () => {
    const writes = (count: number): ReturnType<typeof assess> => {
      const message = messageIn(`<CreateRequest>${objects('Subscriber', count)}</CreateRequest>`);
      assert.ok(message);
      return assess('Create', message);
    };
    const consent = (count: number, isProduction: boolean, hasNote = false): string =>
      consentFor(writes(count), { objects: 50 }, { isProduction, hasNote });
    assert.deepEqual([consent(51, true), consent(51, false)], ['name', 'button']);
    assert.deepEqual([consent(50, true), consent(50, false)], ['none', 'none']);
    assert.equal(consent(1, true, true), 'button');
  });

  it('names what is touched, by the first keys', () => {
    const message = messageIn(`<DeleteRequest>${objects('List', 7)}</DeleteRequest>`);
    assert.ok(message);
    const { summary, count, types, keys } = assess('Delete', message);
    assert.deepEqual([summary, count, types], ['Delete 7 List objects', 7, ['List']]);
    assert.deepEqual(keys, ['k0', 'k1', 'k2', 'k3', 'k4']);
  });
});

describe('environments', () => {
  it('hold what is shared, and what is their own before it', () => {
    const environments = readEnvironments({
      $shared: { a: 1, b: 'x' },
      staging: { b: 'y', deep: {} },
      broken: 5,
    });
    assert.deepEqual(environments.names, ['staging']);
    assert.deepEqual(
      [...environments.variables('staging')],
      [
        ['a', '1'],
        ['b', 'y'],
      ],
    );
    assert.deepEqual(
      [...environments.variables('nope')],
      [
        ['a', '1'],
        ['b', 'x'],
      ],
    );
    assert.deepEqual([...readEnvironments('nonsense').variables(undefined)], []);
  });
});

describe('saving a result', () => {
  it('never leaves its workspace', () => {
    assert.equal(resolveSavePath('out/a.csv', '/w/requests', '/w'), '/w/requests/out/a.csv');
    assert.equal(resolveSavePath('../a.csv', '/w/requests', '/w'), '/w/a.csv');
    assert.equal(resolveSavePath('../../a.csv', '/w/requests', '/w'), undefined);
    assert.equal(resolveSavePath('/etc/a.csv', '/w/requests', '/w'), undefined);
  });
});
