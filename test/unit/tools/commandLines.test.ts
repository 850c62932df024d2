/** The command lines of `npm start` and of the launcher. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { readOptions } from '../../../tools/start/options.mjs';
import { readCommandLine } from '../../../tools/vscode/commandLine.mjs';
import { chosenEdition } from '../../../tools/vscode/editions.mjs';
import { windowAddress } from '../../../tools/vscode/server.mjs';

describe('npm start', () => {
  it('opens a window on any port by default', () => {
    assert.deepEqual(readOptions([]), { port: undefined, open: true });
  });

  it('takes a port, and may open nothing', () => {
    assert.deepEqual(readOptions(['--port', '4567', '--no-open']), { port: 4567, open: false });
    assert.deepEqual(readOptions(['--port=1']), { port: 1, open: true });
  });

  for (const text of ['0', '65536', '-1', '80x', '']) {
    it(`refuses "${text}" as a port in one sentence`, () => {
      assert.throws(() => readOptions([`--port=${text}`]), {
        name: 'Problem',
        message: /^"[^"]*" is no port: [^.]*\.$/,
      });
    });
  }

  it('refuses what it does not know', () => {
    assert.throws(() => readOptions(['--prot', '1']), { name: 'Problem' });
    assert.throws(() => readOptions(['folder']), { name: 'Problem' });
  });
});

describe('the launcher', () => {
  it('reads what test-electron passes to the desktop', () => {
    const line = readCommandLine([
      '/workspace',
      '--user-data-dir=/data',
      '--extensions-dir=/extensions',
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-workspace-trust',
      '--extensionTestsPath=/tests.cjs',
      '--extensionDevelopmentPath=/extension',
    ]);
    assert.deepEqual(line, {
      folder: path.resolve('/workspace'),
      extension: path.resolve('/extension'),
      tests: path.resolve('/tests.cjs'),
      data: path.resolve('/data'),
      extensions: path.resolve('/extensions'),
      trust: false,
      serve: false,
    });
  });

  it('asks whether the folder is trusted unless told not to', () => {
    assert.equal(readCommandLine(['folder', '--serve']).trust, true);
  });

  it('wants a folder', () => {
    assert.throws(() => readCommandLine(['--serve']), { name: 'Problem' });
  });
});

describe('the edition of VS Code', () => {
  it('is one of the table, or a problem', () => {
    assert.equal(chosenEdition('oldest').server, '4.103.2');
    assert.throws(() => chosenEdition('ancient'), { name: 'Problem' });
  });
});

describe('the address of a window', () => {
  it('carries folder, extension and tests', () => {
    const address = new URL(windowAddress(1234, { folder: '/w s', extension: '/e', tests: '/t.cjs' }));
    assert.equal(address.origin, 'http://127.0.0.1:1234');
    assert.equal(address.searchParams.get('folder')?.endsWith('/w s'), true);
    const payload = JSON.parse(address.searchParams.get('payload') ?? '') as [string, string][];
    assert.deepEqual(
      payload.map(([name]) => name),
      ['extensionDevelopmentPath', 'extensionTestsPath'],
    );
    assert.match(payload[1]?.[1] ?? '', /^vscode-remote:\/\/127\.0\.0\.1:1234\/.*t\.cjs$/);
  });
});
