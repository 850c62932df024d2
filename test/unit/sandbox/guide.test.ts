/** The examples of the guide do what it says of them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { traps } from '../../../src/sandbox/traps/traps.ts';
import { startSandbox, type TestSandbox } from '../../support/sandbox.ts';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../..');

async function example(language: string): Promise<string> {
  const guide = await readFile(path.join(root, 'docs/guide/sandbox.md'), 'utf8');
  const [, code] = new RegExp(`\`\`\`${language}\\n(.*?)\\n\`\`\``, 's').exec(guide) ?? [];
  assert.ok(code !== undefined, `The guide has no example in ${language}.`);
  return code;
}

/** The lines of a `run: |` under the step of this name. */
function step(yaml: string, name: string): string {
  const [, block = ''] = new RegExp(`name: ${name}\\n +run: \\|\\n((?: {10}.*\\n?)+)`).exec(yaml) ?? [];
  assert.notEqual(block, '', `The example has no step "${name}".`);
  return block.replace(/^ {10}/gm, '');
}

describe('the guide of the sandbox org', () => {
  it('has a test that passes', async () => {
    const code = await example('js');
    const sandbox = pathToFileURL(path.join(root, 'src/sandbox/index.ts')).href;
    const folder = await mkdtemp(path.join(tmpdir(), 'guide-'));
    const file = path.join(folder, 'example.test.mjs');
    try {
      await writeFile(file, code.replace('marketing-cloud-soap/sandbox', sandbox));
      const { stdout } = await run(process.execPath, ['--import', 'tsx', '--test', file], {
        cwd: root,
      });
      assert.match(stdout, /pass 1\b/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  describe('has a last step for pipelines', () => {
    let sandbox: TestSandbox;
    beforeEach(async () => {
      sandbox = await startSandbox({ seed: 'empty' });
    });
    afterEach(() => sandbox.stop());

    const check = async (): Promise<boolean> => {
      const script = step(await example('yaml'), 'Nothing that the service objects to');
      const here = script.replaceAll('http://127.0.0.1:8080', sandbox.address);
      return run('bash', ['-o', 'pipefail', '-c', here]).then(
        () => true,
        () => false,
      );
    };

    it('that lets through what the service takes', async function () {
      if (process.platform === 'win32') this.skip();
      await sandbox.retrieve('List', ['ID']);
      assert.equal(await check(), true);
    });

    it('that fails for what the service objects to', async function () {
      if (process.platform === 'win32') this.skip();
      await sandbox.call('Create', '<CreateRequest><Options/><Nonsense/></CreateRequest>');
      assert.equal(await check(), false);
    });
  });

  it('lists every trap, in the words of the sandbox', async () => {
    const guide = await readFile(path.join(root, 'docs/guide/sandbox.md'), 'utf8');
    const listed = [...guide.matchAll(/^\| `([a-z\d-]+)` +\| (.*?) +\|$/gm)].map(([, name, about = '']) => [
      name,
      about.replaceAll('\\*', '*'),
    ]);
    const known: readonly (readonly [string, string])[] = Object.entries(traps);
    assert.deepEqual(
      listed.filter(([name = '']) => Object.hasOwn(traps, name)),
      known,
    );
  });

  it('has a first step for pipelines whose options there are', async () => {
    const script = step(await example('yaml'), 'Start the sandbox org');
    const [, options = ''] = /marketing-cloud-sandbox (.*) &/.exec(script) ?? [];
    const cli = path.join(root, 'src/sandbox/cli.ts');
    const { stdout } = await run(
      process.execPath,
      ['--import', 'tsx', cli, ...options.split(' '), '--help'],
      {
        cwd: root,
      },
    );
    assert.match(stdout, /--port N/);
  });
});
