/** Settings are put into a settings file without touching what the person wrote there. */
import assert from 'node:assert/strict';
import { withSettings } from '../../../tools/vscode/calmSettings.mjs';

const handEdited = `// mine
{
  "editor.fontSize": 18, // big
  "update.mode": "manual"
}
`;

describe('the text of a settings file', () => {
  it('begins as an object of the settings', () => {
    assert.deepEqual(JSON.parse(withSettings('', { a: 1, 'b.c': 'x', d: true })), {
      a: 1,
      'b.c': 'x',
      d: true,
    });
  });

  it('stays valid whatever was in it', () => {
    for (const before of ['', '{}', '{\n}\n', '{"x":[1]}', '{\n  "x": {"y": 2}\n}']) {
      const text = withSettings(before, { 'b.c': 'x' });
      assert.deepEqual(JSON.parse(text), { ...(JSON.parse(before || '{}') as object), 'b.c': 'x' });
    }
  });

  it('has a setting replaced in its place', () => {
    const text = withSettings('{\n  "a.b": "old \\" value",\n  "a": 1\n}', { 'a.b': 'new' });
    assert.equal(text, '{\n  "a.b": "new",\n  "a": 1\n}');
  });

  it('keeps the comments and the other settings of the person', () => {
    const text = withSettings(handEdited, { 'marketingCloud.startWith': 'sandbox' });
    assert.equal(text, handEdited.replace('{', '{\n  "marketingCloud.startWith": "sandbox",'));
  });

  it('keeps a value of the person where that is asked for', () => {
    assert.equal(withSettings(handEdited, { 'update.mode': 'none' }, { keep: true }), handEdited);
  });
});
