/** Lint rules inside VS Code: what they find, their pages, their fixes, and the setting that switches them off. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';

const text = `### Sends since January
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>Send</ObjectType>
    <Properties>ID</Properties>
    <Filter xsi:type="SimpleFilterPart">
      <Property>SendDate</Property>
      <SimpleOperator>greaterThan</SimpleOperator>
      <DateValue>2026-01-01T00:00:00</DateValue>
    </Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>

### Customers
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>DataExtensionObject[Customers]</ObjectType>
    <Properties>Cityy</Properties>
  </RetrieveRequest>
</RetrieveRequestMsg>
`;

/** Polls until there is something; VS Code tells of most things only some time later. */
async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

describe('lint rules inside VS Code', () => {
  let document: vscode.TextDocument;
  const finding = (code: string): vscode.Diagnostic | undefined =>
    vscode.languages.getDiagnostics(document.uri).find((diagnostic) => codeOf(diagnostic) === code);

  before(async () => {
    await vscode.commands.executeCommand('marketingCloud.trySandbox');
    document = await vscode.workspace.openTextDocument({ language: 'mcsoap', content: text });
    await vscode.window.showTextDocument(document);
  });

  it('say what they find, with a link to the page that explains it', async () => {
    const found = await eventually(() => finding('date-offset'));
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(found.range), '2026-01-01T00:00:00');
    assert.ok(typeof found.code === 'object');
    assert.ok(existsSync(found.code.target.fsPath), found.code.target.toString());
  });

  it('ask the org that is connected', async () => {
    const found = await eventually(() => finding('unknown-column'));
    assert.equal(document.getText(found.range), 'Cityy');
  });

  it('put it right', async () => {
    const found = await eventually(() => finding('date-offset'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const fix = actions.find(({ title }) => title.startsWith('Add -06:00'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
    assert.equal(fix.isPreferred, true);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /<DateValue>2026-01-01T00:00:00-06:00</);
    await eventually(() => (finding('date-offset') === undefined ? true : undefined));
  });

  it('are silent when the settings say so', async () => {
    await eventually(() => finding('unknown-column'));
    const settings = vscode.workspace.getConfiguration('marketingCloud');
    await settings.update('lint.rules', { 'unknown-column': 'off' }, vscode.ConfigurationTarget.Global);
    try {
      await eventually(() => (finding('unknown-column') === undefined ? true : undefined));
    } finally {
      await settings.update('lint.rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually(() => finding('unknown-column'));
  });
});
