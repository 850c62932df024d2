/** The sandbox org inside the window, and the language of scratch files, by VS Code's own commands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

const request = `### Status
# @name status
<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>

### Broken
<RetrieveRequestMsg><RetrieveRequest>
`;

/** Polls until there is something; VS Code tells of most things only some time later. */
async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('scratch files inside VS Code', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await vscode.commands.executeCommand('marketingCloud.trySandbox');
    document = await vscode.workspace.openTextDocument({ language: 'mcsoap', content: request });
    await vscode.window.showTextDocument(document);
  });

  it('have code lenses that name the sandbox org, which runs inside the window', async () => {
    const titles = await eventually(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      const found = lenses.flatMap(({ command }) => command?.title ?? []);
      return found.some((title) => title.includes('Sandbox')) ? found : undefined;
    });
    assert.deepEqual(titles, [
      '$(play) Run in Sandbox · Northwind Outfitters',
      'Preview envelope',
      'Copy as…',
      '$(play) Run in Sandbox · Northwind Outfitters',
      'Preview envelope',
      'Copy as…',
    ]);
  });

  it('have an outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Status', 'Broken'],
    );
  });

  it('can be folded', async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(ranges.some(({ start, end }) => start === 0 && end >= 2));
  });

  it('are told what is wrong in them', async () => {
    const messages = await eventually(() => {
      const found = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(messages.some((message) => message.includes('<RetrieveRequest> is not closed')));
  });

  it('run, and open their result without taking the focus', async () => {
    await vscode.commands.executeCommand('marketingCloud.runRequest', {
      uri: document.uri.toString(),
      line: 1,
    });
    await eventually(() =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Result: Status'),
    );
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });
});

describe('a request made from nothing', () => {
  it('is a scratch file that runs', async () => {
    await vscode.commands.executeCommand('marketingCloud.newRequest');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'mcsoap');
    assert.match(document.getText(), /<ObjectType>Send<\/ObjectType>/);
  });
});

describe('starting up', () => {
  it('loads the extension’s own bundle and nothing of client, server or sandbox', () => {
    const extension = vscode.extensions.getExtension('marketing-cloud-soap.marketing-cloud-soap');
    const main = path.join(extension?.extensionPath ?? '', 'dist/extension/main.js');
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)) {
        visit(path.join(path.dirname(file), name));
      }
    };
    visit(main);
    const bytes = [...seen].reduce((sum, file) => sum + readFileSync(file).length, 0);
    assert.ok(bytes < 150 * 1024, `${String(bytes)} bytes are loaded at the start`);
    // Words of the HTTP client, saxes and vscode-languageclient that no minifier takes away.
    const heavy = /HPE_INVALID_EOF_STATE|unclosed tag|Launching server using/;
    for (const file of seen) assert.doesNotMatch(readFileSync(file, 'utf8'), heavy, file);
  });
});
