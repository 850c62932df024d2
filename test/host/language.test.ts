/** What the language server does, by VS Code's own commands: the words it is asked in, and what a person gets. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** A file with this text, and the position of ▮ in it. */
async function open(
  marked: string,
): Promise<{ document: vscode.TextDocument; position: vscode.Position; uri: vscode.Uri }> {
  const content = marked.replace('▮', '');
  const document = await vscode.workspace.openTextDocument({ language: 'mcsoap', content });
  await vscode.window.showTextDocument(document);
  const position = document.positionAt(Math.max(0, marked.indexOf('▮')));
  return { document, position, uri: document.uri };
}

async function completions(marked: string): Promise<vscode.CompletionItem[]> {
  const { uri, position } = await open(marked);
  return eventually(async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
    );
    return list.items.length > 0 ? list.items : undefined;
  });
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function sorted(items: readonly vscode.CompletionItem[]): string[] {
  return [...items]
    .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
    .map((item) => labelOf(item));
}

const retrieve = (content: string): string =>
  `<RetrieveRequestMsg>\n  <RetrieveRequest>\n    ${content}\n  </RetrieveRequest>\n</RetrieveRequestMsg>\n`;

describe('the language server inside VS Code', () => {
  it('offers the right elements behind a <', async () => {
    const labels = sorted(await completions(retrieve('<▮')));
    assert.deepEqual(labels.slice(0, 3), ['ObjectType', 'ClientIDs', 'Properties']);
  });

  it('offers the columns of a data extension of the sandbox org (D9)', async () => {
    await vscode.commands.executeCommand('marketingCloud.trySandbox');
    const text = retrieve(
      '<ObjectType>DataExtensionObject[Customers]</ObjectType>\n    <Properties>▮</Properties>',
    );
    const { uri, position } = await open(text);
    const items = await eventually(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        position,
      );
      return list.items.some((item) => labelOf(item) === 'CustomerKey') ? list.items : undefined;
    });
    assert.equal(sorted(items)[0], 'CustomerKey');
  });

  it('tells what an element is', async () => {
    const { uri, position } = await open(retrieve('<Obj▮ectType>Send</ObjectType>'));
    const text = await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        position,
      );
      const [content] = hovers[0]?.contents ?? [];
      return content instanceof vscode.MarkdownString ? content.value : undefined;
    });
    assert.match(text, /required/);
  });

  it('underlines what the schema does not have, and puts it right', async () => {
    const { document, uri } = await open(retrieve('<ObjectTyp>Send</ObjectTyp>'));
    const diagnostic = await eventually(() =>
      vscode.languages
        .getDiagnostics(uri)
        // With the link to its page, a code is an object.
        .find(({ code }) => typeof code === 'object' && code.value === 'unknown-element'),
    );
    assert.equal(document.getText(diagnostic.range), 'ObjectTyp');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      diagnostic.range,
    );
    const fix = actions.find(({ title }) => title === 'Change to <ObjectType>');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /<ObjectType>Send<\/ObjectType>/);
  });

  it('renames a variable everywhere, and refuses a name that is none', async () => {
    const { document, uri, position } = await open('@wh▮o = VIP\n<CreateRequest>{{who}}</CreateRequest>\n');
    const rename = (name: string): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, position, name);
    await assert.rejects(async () => await rename('two words'), /is no name/);
    await vscode.workspace.applyEdit(await rename('people'));
    assert.equal(document.getText(), '@people = VIP\n<CreateRequest>{{people}}</CreateRequest>\n');
  });

  it('goes from a result to the request that it comes from', async () => {
    const { uri, position } = await open(
      '# @name first\n<CreateRequest/>\n###\n<CreateRequest>{{fir▮st.response.body.//ID}}</CreateRequest>\n',
    );
    const [place] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      uri,
      position,
    );
    assert.equal(place?.range.start.line, 0);
  });

  it('formats a file, text content untouched', async () => {
    const { document, uri } = await open('<CreateRequest><Options/><A> x </A></CreateRequest>\n');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      uri,
      { insertSpaces: true, tabSize: 2 },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), '<CreateRequest>\n  <Options/>\n  <A> x </A>\n</CreateRequest>\n');
  });

  it('counts objects beside the request, and colours what texts mean', async () => {
    const { document, uri } = await open(
      '<CreateRequest>\n<Options/>\n<Objects xsi:type="Subscriber"/>\n<Objects xsi:type="Subscriber"/>\n</CreateRequest>\n',
    );
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uri,
      whole,
    );
    assert.match(JSON.stringify(hints[0]?.label), /2 objects/);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      uri,
      whole,
    );
    assert.equal(tokens.data.length, 2 * 5);
  });

  it('offers to rework a request', async () => {
    const { uri, position } = await open(
      '<UpdateRequest>\n  ▮<Options/>\n  <Objects xsi:type="Subscriber"><SubscriberKey>a</SubscriberKey></Objects>\n</UpdateRequest>\n',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(position, position),
      'refactor',
    );
    assert.ok(actions.some(({ title }) => title === 'Make the call asynchronous'));
  });
});
