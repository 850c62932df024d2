/** Requests run inside VS Code: failures on the lines that caused them, previews, environments, XML of any editor. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const subscriber = (key: string, mail: string): string =>
  `  <Objects xsi:type="Subscriber"><SubscriberKey>${key}</SubscriberKey><EmailAddress>${mail}</EmailAddress></Objects>`;

const partly = `### Two subscribers
<CreateRequest>
  <Options/>
${subscriber('host-good', 'host-good@example.com')}
${subscriber('host-bad', 'no address')}
</CreateRequest>
`;

const asserted = `### Up
# @assert //StatusCode = Down
<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>
`;

/** Polls until there is something; VS Code tells of most things only some time later. */
async function eventually<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function open(content: string, language = 'mcsoap'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** What a run marked; findings of the language server have a code that is a word. */
function marks({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, code }) =>
        source === 'Marketing Cloud' && typeof code !== 'string' && typeof code !== 'object',
    );
}

describe('running requests inside VS Code', () => {
  before(() => vscode.commands.executeCommand('marketingCloud.trySandbox'));

  it('marks the object that failed until the text changes (B6)', async () => {
    const document = await open(partly);
    await vscode.commands.executeCommand('marketingCloud.runRequest', {
      uri: document.uri.toString(),
      line: 1,
    });
    const [mark] = await eventually(() => (marks(document).length > 0 ? marks(document) : undefined));
    assert.equal(mark?.range.start.line, 4);
    assert.equal(marks(document).length, 1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    await eventually(() => (marks(document).length === 0 ? true : undefined));
  });

  it('marks an assertion that does not hold at its line', async () => {
    const document = await open(asserted);
    await vscode.commands.executeCommand('marketingCloud.runAllRequests');
    const [mark] = await eventually(() => (marks(document).length > 0 ? marks(document) : undefined));
    assert.equal(mark?.range.start.line, 1);
    assert.match(mark.message, /does not hold: it is “OK”/);
  });

  it('previews what would be sent, without a token and without sending it', async () => {
    const document = await open(partly);
    await vscode.commands.executeCommand('marketingCloud.previewEnvelope', {
      uri: document.uri.toString(),
      line: 1,
    });
    const shown = await eventually(() =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'marketing-cloud-exchange'),
    );
    assert.match(shown.getText(), /^<!-- Nothing was sent\. Create 2 Subscriber objects in Sandbox/);
    assert.match(shown.getText(), /<fueloauth xmlns="http:\/\/exacttarget\.com">•••<\/fueloauth>/);
  });

  it('fills variables of the environment in, which the language server knows', async () => {
    const section = vscode.workspace.getConfiguration('marketingCloud');
    const environments = { $shared: { type: 'List', word: 'OK' } };
    await section.update('environments', environments, vscode.ConfigurationTarget.Global);
    try {
      const document = await open(`# @assert //OverallStatus = {{word}}no\n${retrieve('{{type}}')}`);
      await vscode.commands.executeCommand('marketingCloud.runAllRequests');
      const [mark] = await eventually(() => (marks(document).length > 0 ? marks(document) : undefined));
      assert.match(mark?.message ?? '', /it is “OK”/);
      const findings = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
      assert.deepEqual(
        findings.filter((message) => message.includes('has no value')),
        [],
      );
    } finally {
      await section.update('environments', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('turns a cURL command in the clipboard into a request, without its token', async () => {
    const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><fueloauth>T-1</fueloauth></s:Header><s:Body>${retrieve('List')}</s:Body></s:Envelope>`;
    await vscode.env.clipboard.writeText(`curl https://x.example/Service.asmx -d '${envelope}'`);
    const document = await open('### first\n');
    await vscode.commands.executeCommand('marketingCloud.pasteAsRequest');
    const text = await eventually(() =>
      document.getText().includes('Pasted request') ? document.getText() : undefined,
    );
    assert.match(text, /### first\n\n\n### Pasted request\n<s:Envelope/);
    assert.ok(!text.includes('T-1'));
  });

  it('runs XML of another editor, and marks what failed in its selection', async () => {
    const before = '<!-- a note -->\n';
    const xml = partly.slice(partly.indexOf('<Create'));
    const document = await open(before + xml, 'xml');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(
      document.positionAt(before.length),
      document.positionAt(document.getText().length),
    );
    await vscode.commands.executeCommand('marketingCloud.runXml');
    const found = await eventually(() => (marks(document).length > 0 ? marks(document) : undefined));
    // The other one was created by the test above, and may be refused for that.
    const lines = found.map(({ range }) => document.lineAt(range.start.line).text);
    assert.ok(
      lines.some((line) => line.includes('host-bad')),
      lines.join('\n'),
    );
  });
});

function retrieve(type: string): string {
  return `<RetrieveRequestMsg><RetrieveRequest><ObjectType>${type}</ObjectType><Properties>ID</Properties></RetrieveRequest></RetrieveRequestMsg>`;
}
