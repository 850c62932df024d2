/** The extension is there, starts, and registers every command that its manifest promises. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension inside VS Code', () => {
  const extension = vscode.extensions.getExtension<unknown>('marketing-cloud-soap.marketing-cloud-soap');

  it('is present', () => {
    assert.ok(extension !== undefined, 'VS Code does not know the extension.');
  });

  it('is the one that this run is about', () => {
    const installed = process.env['MC_HOST_INSTALLED'] === '1';
    const path = extension?.extensionPath ?? '';
    assert.equal(/marketing-cloud-soap-\d+\.\d+\.\d+/.test(path), installed, path);
  });

  it('activates', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('registers every command of its manifest', async () => {
    await extension?.activate();
    const { contributes } = extension?.packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
