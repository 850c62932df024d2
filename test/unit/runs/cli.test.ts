/** The program of pipelines: arguments, credentials from the environment, reports, exit codes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts';
import { readArguments, usage } from '../../../src/runs/cli/arguments.ts';
import { bundled } from '../../support/bundle.ts';
import { runProgram, type Ended } from '../../support/programs.ts';
import { schemaAvailable } from '../../support/schema.ts';
import { until } from '../../support/until.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const junitSchema = path.join(root, 'test/support/junit.xsd');

const file = `### Is it up?
# @name up
# @assert //StatusCode = OK
<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>

### Lists & more
# @assert count(//Results) > {{atLeast}}
# @save out/lists.csv
<RetrieveRequestMsg><RetrieveRequest><ObjectType>List</ObjectType><Properties>ID</Properties><Properties>ListName</Properties></RetrieveRequest></RetrieveRequestMsg>

### Never without consent
<DeleteRequest><Options/><Objects xsi:type="Subscriber"><SubscriberKey>nobody</SubscriberKey></Objects></DeleteRequest>
`;

describe('marketing-cloud-soap', () => {
  let sandbox: Sandbox;
  let folder: string;
  let program: string;

  before(async function () {
    this.timeout(60_000);
    program = path.join(await bundled('dist/cli'), 'marketing-cloud-soap.js');
    const canary = process.env['MC_CANARY'];
    sandbox = await createSandbox(canary === undefined ? {} : { clientSecret: canary });
    folder = await mkdtemp(path.join(os.tmpdir(), 'mcsoap-'));
    await mkdir(path.join(folder, '.vscode'));
    const settings = `{ // as an editor writes it
      "marketingCloud.environments": { "$shared": { "atLeast": 0 }, "ci": {}, "strict": { "atLeast": 1000000 } },
    }`;
    await writeFile(path.join(folder, '.vscode/settings.json'), settings);
    await writeFile(path.join(folder, 'smoke.mcsoap'), file);
  });

  after(async () => {
    await sandbox.stop();
    await rm(folder, { recursive: true });
  });

  const credentials = (): Record<string, string> => {
    const { clientId, clientSecret } = sandbox.connection;
    return { MC_TENANT: sandbox.address, MC_CLIENT_ID: clientId, MC_CLIENT_SECRET: clientSecret };
  };

  const run = (args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    runProgram(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...credentials(), ...variables },
    });

  it('runs a file, saves what is to be saved, and says what did not pass', async () => {
    const { code, output } = await run(['run', 'smoke.mcsoap', '--env', 'ci']);
    assert.match(output, /✓ Is it up\? \(\d+ ms, 1 of 1 assertions hold\)/);
    assert.match(output, /✓ Lists & more/);
    assert.match(output, /✗ Never without consent \(line 11\)\n.*--yes/);
    assert.match(output, /2 passed, 1 failed/);
    assert.equal(code, 1);
    assert.match(await readFile(path.join(folder, 'out/lists.csv'), 'utf8'), /^ID,ListName\r\n/);
  });

  it('writes a JUnit report, with consent and another environment', async () => {
    const args = [
      'run',
      'smoke.mcsoap',
      '--env',
      'strict',
      '--yes',
      '--reporter',
      'junit',
      '--output',
      'report.xml',
    ];
    const { code, output } = await run(args);
    assert.deepEqual([code, output], [1, '']);
    const report = await readFile(path.join(folder, 'report.xml'), 'utf8');
    assert.match(
      report,
      /<testsuites name="marketing-cloud-soap" tests="3" failures="2" errors="0" time="[\d.]+">/,
    );
    assert.match(
      report,
      /<testcase name="Is it up\?" classname="smoke.mcsoap" file="smoke.mcsoap" line="1" time="[\d.]+"\/>/,
    );
    assert.match(
      report,
      /<testcase name="Lists &amp; more"[^>]*>\n\s*<failure message="Expected count\(\/\/Results\) &gt; \{\{atLeast\}\}, but it is “\d+”" type="assertion">/,
    );
  });

  it('runs what is named, and needs nothing else to pass', async () => {
    const { code, output } = await run(['run', 'smoke.mcsoap', '--name', 'up', '--reporter', 'json']);
    assert.equal(code, 0);
    const [report] = JSON.parse(output) as { requests: { name: string; status: string }[] }[];
    assert.deepEqual(
      report?.requests.map(({ name, status }) => [name, status]),
      [['up', 'passed']],
    );
  });

  it('runs where a request asks to, with the credentials of that connection', async () => {
    const unit = sandbox.connection.businessUnits[1]?.mid ?? 0;
    const text = `# @connection Acme UK\n# @bu ${String(unit)}\n<SystemStatusRequestMsg><Options/></SystemStatusRequestMsg>`;
    await writeFile(path.join(folder, 'elsewhere.mcsoap'), text);
    const own = Object.entries(credentials());
    const named = Object.fromEntries(own.map(([name, value]) => [name.replace('MC_', 'MC_ACME_UK_'), value]));
    const nothing = Object.fromEntries(own.map(([name]) => [name, '']));
    const { code, output } = await run(['run', 'elsewhere.mcsoap'], { ...nothing, ...named });
    assert.equal(code, 0, output);
    assert.equal(sandbox.requests().at(-1)?.mid, unit);
    const missing = await run(['run', 'elsewhere.mcsoap']);
    assert.equal(missing.code, 2);
    assert.match(missing.output, /MC_ACME_UK_TENANT is not set/);
  });

  it('ends with 2 for credentials that are missing or refused, and prints nothing that is secret', async () => {
    const args = ['run', 'smoke.mcsoap', '--name', 'up', '--reporter', 'junit'];
    const missing = await run(args, { MC_CLIENT_ID: '' });
    assert.equal(missing.code, 2);
    assert.match(
      missing.output,
      /<error message="The environment variable MC_CLIENT_ID is not set\." type="thrown">/,
    );
    const wrong = await run(args, { MC_CLIENT_SECRET: 'wrong-secret-0815' });
    assert.equal(wrong.code, 2);
    assert.match(wrong.output, /<error message="[^"]*client/i);
    const { clientSecret } = sandbox.connection;
    for (const { output, errors } of [missing, wrong, await run(args)]) {
      for (const secret of ['0815', clientSecret]) assert.ok(!`${output}${errors}`.includes(secret));
    }
  });

  it('ends with 130 when it is interrupted, says what was under way, and sends nothing more', async function () {
    this.timeout(60_000);
    // Windows has no signal that a program could be sent.
    if (process.platform === 'win32') this.skip();
    const seen = (): number => sandbox.requests().length;
    const before = seen();
    const fault = sandbox.faults.add({
      kind: 'latency',
      milliseconds: 600_000,
      operation: 'GetSystemStatus',
    });
    try {
      const child = spawn(process.execPath, [program, 'run', 'smoke.mcsoap', 'smoke.mcsoap', '--yes'], {
        cwd: folder,
        env: credentials(),
      });
      const text = (stream: Readable): Promise<string> =>
        stream.setEncoding('utf8').reduce((all: string, part: string) => all + part, '');
      const written = Promise.all([text(child.stdout), text(child.stderr)]);
      // A program begins slowly where much else is going on. Its token is not what it is interrupted at.
      await until(() => sandbox.faults.all().some(({ struck }) => struck > 0), 30_000);
      child.kill('SIGINT');
      const [code] = (await once(child, 'close')) as [number];
      const [output, errors] = await written;
      assert.match(output, /✗ Is it up\?.*\n +It was cancelled while it was under way/);
      assert.match(output, /0 passed, 1 failed/);
      assert.deepEqual([code, errors], [130, 'Cancelled. What is not in the report was not sent.\n']);
      // The token, and the request that was under way.
      assert.equal(seen(), before + 2);
    } finally {
      sandbox.faults.remove(fault.id);
    }
  });

  it('ends with 2 when there is nothing to run, before anything is sent', async () => {
    await writeFile(path.join(folder, 'empty.mcsoap'), '@a = b\n\n### Later\n# to be written\n');
    const before = sandbox.requests().length;
    const empty = await run(['run', 'smoke.mcsoap', 'empty.mcsoap']);
    assert.deepEqual([empty.code, empty.output], [2, '']);
    assert.match(empty.errors, /no request in empty\.mcsoap/);
    const unnamed = await run(['run', 'smoke.mcsoap', 'empty.mcsoap', '--name', 'up', '--name', 'nobody']);
    assert.deepEqual([unnamed.code, unnamed.output], [2, '']);
    assert.match(unnamed.errors, /no request named nobody in smoke\.mcsoap, empty\.mcsoap/);
    assert.equal(sandbox.requests().length, before);
    // A name that stands in one of the files is enough.
    const named = await run(['run', 'smoke.mcsoap', 'empty.mcsoap', '--name', 'up']);
    assert.match(named.output, /1 passed, 0 failed/);
    assert.equal(named.code, 0);
  });

  it('ends with 2 when it is called wrongly', async () => {
    const environment = await run(['run', 'smoke.mcsoap', '--env', 'nope']);
    assert.equal(environment.code, 2);
    assert.match(environment.errors, /no environment nope. There are ci, strict/);
    const missing = await run(['run', 'missing.mcsoap']);
    assert.equal(missing.code, 2);
    assert.match(missing.errors, /missing\.mcsoap/);
    const command = await run(['walk']);
    assert.equal(command.code, 2);
    assert.match(command.errors, /no command walk[^]*Usage:/);
  });

  it('helps with its options, exit codes and credentials', async () => {
    assert.deepEqual(await run(['--help']), { code: 0, output: usage, errors: '' });
    for (const word of ['--env', '--reporter', '  0 ', '  1 ', '  2 ', 'MC_CLIENT_SECRET']) {
      assert.ok(usage.includes(word), word);
    }
  });

  it('runs as the example of the guide has it, and reports as the schema of JUnit wants it', async function () {
    if (process.platform === 'win32') this.skip();
    const guide = await readFile(path.join(root, 'docs/guide/pipeline.md'), 'utf8');
    const [, line = ''] = /run: npx marketing-cloud-soap (.*)/.exec(guide) ?? [];
    assert.match(line, /^run requests\/\*\.mcsoap /);
    const variables = [...guide.matchAll(/^ +(MC_\w+): \$\{\{/gm)].map(([, name]) => name);
    assert.deepEqual(variables, Object.keys(credentials()));
    await mkdir(path.join(folder, 'requests'));
    const broken = file.replace('//StatusCode = OK', '//StatusCode = <"Down" & out>');
    await writeFile(path.join(folder, 'requests/smoke.mcsoap'), broken);
    await writeFile(
      path.join(folder, 'requests/unfinished.mcsoap'),
      '### Unfinished\n<RetrieveRequestMsg>\n',
    );
    const command = `"${process.execPath}" "${program}" ${line}`;
    const { code, output } = await runProgram('bash', ['-c', command], { cwd: folder, env: credentials() });
    assert.deepEqual([code, output], [1, '']);
    const report = await readFile(path.join(folder, 'results.xml'), 'utf8');
    assert.match(
      report,
      /^<\?xml[^]*<testsuites name="marketing-cloud-soap" tests="4" failures="2" errors="1"/,
    );
    if (!schemaAvailable()) return;
    const checked = await runProgram('xmllint', ['--noout', '--schema', junitSchema, 'results.xml'], {
      cwd: folder,
      env: {},
    });
    assert.deepEqual(checked, { code: 0, output: '', errors: 'results.xml validates\n' });
  });

  it('reads its arguments, and says what is wrong with them', () => {
    const problem = (...args: readonly string[]): string => {
      const read = readArguments(args);
      return 'problem' in read ? read.problem : 'none';
    };
    assert.equal(problem('run', 'a.mcsoap'), 'none');
    assert.match(problem('walk', 'a.mcsoap'), /no command walk/);
    assert.match(problem('run'), /no file/);
    assert.match(problem('run', 'a', '--reporter', 'tap'), /no reporter tap/);
    assert.match(problem('run', 'a', '--var', 'x'), /NAME=VALUE/);
    assert.match(problem('run', 'a', '--nope'), /--nope/);
    assert.equal(problem('--help'), '');
  });
});
