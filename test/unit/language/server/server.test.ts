/** What the server does with files while they are opened, changed and closed. */
import assert from 'node:assert/strict';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenFile } from '../../../../src/language/server/openFile.ts';
import { Editor } from './editor.ts';

const uri = 'file:///a.mcsoap';

/** So large that it is looked at in many slices. */
const large = `<CreateRequest>
  <Options/>
${'  <Objects xsi:type="Subscriber"><Status>Actve</Status><EmailAddress>a</EmailAddress></Objects>\n'.repeat(3000)}</CreateRequest>`;

const unknownDirective = '# @nmae x\n<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>';

describe('the language server', () => {
  let editor: Editor;

  beforeEach(async () => {
    editor = new Editor();
    await editor.start();
  });

  afterEach(() => editor.dispose());

  it('tells a file that was opened again from the one that was closed, though both have the same version', async () => {
    await editor.open(uri, large);
    const closed = await editor.opened(uri, large);
    await editor.close(uri);
    await editor.open(uri, unknownDirective);
    const open = await editor.opened(uri, unknownDirective);
    assert.deepEqual([closed.version, open.version], [1, 1]);
    assert.deepEqual([editor.server.isPresent(closed), editor.server.isPresent(open)], [false, true]);
    const { diagnostics } = await editor.told((told) => told.diagnostics.length > 0);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['unknown-directive'],
    );
  });

  it('answers about a place before the whole of a large file is read', async () => {
    await editor.open(uri, large);
    const open = await editor.opened(uri, large);
    const rootAt = editor.server.answerAt('', ({ file }) => file.requests[0]?.root?.name);
    const root = await rootAt({ textDocument: { uri }, position: { line: 2, character: 4 } });
    assert.deepEqual([root, open.isRead], ['CreateRequest', false]);
    const hover = editor.ask<Hover>('hover', uri, { position: { line: 2, character: 36 } });
    const position = { line: 2, character: 43 };
    const completion = editor.ask<CompletionItem[]>('completion', uri, { position });
    const [{ range }, offers] = await Promise.all([hover, completion]);
    assert.equal(range?.start.line, 2);
    assert.ok(offers.some(({ label }) => label === 'Active'));
  });

  it('waits with what needs all of the file', async () => {
    await editor.open(uri, `@since = 2026\n${large}`.replace('<Options/>', '<Options/><A>{{since}}</A>'));
    const hover = await editor.ask<Hover>('hover', uri, { position: { line: 2, character: 20 } });
    assert.match(JSON.stringify(hover), /2026/);
    assert.equal(editor.server.fileAt(uri)?.isRead, true);
  });
});

describe('a version of a file', () => {
  it('is read from the last one that was, however many came between', () => {
    const document = (version: number, text: string): TextDocument =>
      TextDocument.create(uri, 'mcsoap', version, text);
    const first = new OpenFile(document(1, '<A/>'));
    const read = first.file;
    const second = new OpenFile(document(2, '<AB/>'), first.lastRead);
    const third = new OpenFile(document(3, '<ABC/>'), second.lastRead);
    assert.equal(third.lastRead, read);
    assert.equal(third.file.text, '<ABC/>');
    assert.equal(third.lastRead, third.file);
  });
});
