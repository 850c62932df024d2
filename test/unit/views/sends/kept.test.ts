/** What is kept of a watched send comes back as it was; what is no such thing is left alone. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forgotten, readKept, writeKept, type KeptSend } from '../../../../src/views/sends/keptSend.ts';
import { beginWatch } from '../../../../src/views/sends/watch.ts';
import { reading, start, target } from '../../../support/monitorWorld.ts';

function kept(id: number, more: Partial<KeptSend> = {}): KeptSend {
  const send = {
    ...beginWatch(target(id), start),
    reading: reading(id, 5),
    samples: [{ at: start, numberSent: 5 }],
  };
  return { keptAt: start + id, shown: false, send, ...more };
}

describe('what is kept of a watched send', () => {
  it('comes back as it was, but for why the service could not be asked', () => {
    const failing = kept(1, { send: { ...kept(1).send, failure: new Error('x'), failingSince: start } });
    assert.deepEqual(readKept(writeKept(failing)), kept(1));
  });

  it('is not read from anything else', () => {
    const whole = JSON.parse(writeKept(kept(1))) as { send: Record<string, unknown> };
    for (const name of ['target', 'samples', 'newsAt', 'still', 'stalled', 'gaveUp']) {
      const { [name]: _, ...rest } = whole.send;
      assert.equal(readKept(JSON.stringify({ ...whole, send: rest })), undefined, name);
    }
    assert.equal(readKept(writeKept(kept(1)).slice(0, -1)), undefined);
    fc.assert(fc.property(fc.json(), (text) => readKept(text) === undefined));
  });

  it('is forgotten when it is old and not on the panel', () => {
    const all = [kept(1, { shown: true }), kept(2), kept(3), kept(4)];
    assert.deepEqual(forgotten(all, 2), ['c/1/send/2']);
  });
});
