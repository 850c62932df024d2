/** A language server that stops comes back; one that keeps stopping comes back when it is asked for. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

const isServer = /[\\/]language[\\/]server\.js\b/;

/** The server's process, which this one has started; undefined while there is none. */
function serverProcess(): number | undefined {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of processes.split('\n')) {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && isServer.test(command)) return Number(pid);
  }
  return undefined;
}

/** Stops the server as a crash would. */
async function crash(): Promise<void> {
  const pid = await eventually(serverProcess);
  process.kill(pid, 'SIGKILL');
  await eventually(() => (serverProcess() === pid ? undefined : true));
}

/** Changes a file so that something is wrong in it, and waits until the server says so. */
async function findsMistakes(document: vscode.TextDocument, name: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
    `# @${name} x\n<CreateRequest/>\n`,
  );
  await vscode.workspace.applyEdit(edit);
  await eventually(() =>
    vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes(name))
      ? true
      : undefined,
  );
}

describe('a language server that stops', function () {
  let document: vscode.TextDocument;

  before(async () => {
    document = await vscode.workspace.openTextDocument({ language: 'mcsoap', content: '<CreateRequest/>\n' });
    await vscode.window.showTextDocument(document);
    await findsMistakes(document, 'before');
  });

  it('is started anew, and goes on with the files that are open', async () => {
    await crash();
    await findsMistakes(document, 'afterwards');
  });

  it('is given up when it stops for the fifth time, until the person wants it back', async () => {
    for (let count = 2; count <= 5; count += 1) {
      await findsMistakes(document, `crash${String(count)}`);
      await crash();
    }
    // Were it not given up, it would be back by itself, and this would start a second one.
    await vscode.commands.executeCommand('marketingCloud.restartLanguageServer');
    assert.notEqual(serverProcess(), undefined);
    await findsMistakes(document, 'again');
  });
});
