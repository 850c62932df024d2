/** The status bar says how many requests wait, and why. */
import assert from 'node:assert/strict';
import { queueText } from '../../../src/extension/connections/queueText.ts';

describe('queue in the status bar', () => {
  const state = { waiting: 12, running: 1, allowed: 10, paused: false };

  it('says how many wait, of all connections together (B4)', () => {
    assert.deepEqual(queueText([state]), {
      text: '$(sync~spin) 12 waiting',
      tooltip: 'Marketing Cloud: 1 request under way, 12 in the queue.',
    });
    assert.match(
      queueText([state, { ...state, running: 3 }]).tooltip,
      /4 requests under way, 24 in the queue/,
    );
  });

  it('says that the service asks for fewer calls (B3)', () => {
    const { text, tooltip } = queueText([{ ...state, paused: true }]);
    assert.equal(text, '$(debug-pause) 12 waiting');
    assert.match(tooltip, /asks for fewer calls/);
  });
});
