/** The example program, as a person would run it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

describe('contract: the example that exports a data extension', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await createSandbox();
  });

  after(() => sandbox.stop());

  const run = (key: string): Promise<Run> => {
    const { clientId, clientSecret } = sandbox.connection;
    const program = spawn(process.execPath, ['--import=tsx', 'examples/exportDataExtension.ts', key], {
      env: {
        ...process.env,
        MC_SUBDOMAIN: `${sandbox.address}/`,
        MC_CLIENT_ID: clientId,
        MC_CLIENT_SECRET: clientSecret,
      },
    });
    let output = '';
    let errors = '';
    program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    program.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
    return new Promise((resolve) => program.on('close', (code) => resolve({ code, output, errors })));
  };

  it('writes every row, and says so when there is no such data extension', async () => {
    const { code, output, errors } = await run('Country_Codes');
    assert.equal(code, 0, errors);
    const [header, first] = output.split('\n');
    assert.match(header ?? '', /,/);
    assert.equal(first?.split(',').length, header?.split(',').length);
    const nothing = await run('no-such-key');
    assert.equal(nothing.code, 1);
    assert.match(nothing.errors, /no data extension with the key no-such-key/);
  });
});
