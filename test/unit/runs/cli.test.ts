/** The program of pipelines: arguments, credentials from the environment, reports, exit codes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts';
import { readArguments } from '../../../src/runs/cli/arguments.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const loader = `--import=${pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href}`;

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

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

describe('marketing-cloud-soap', () => {
  let sandbox: Sandbox;
  let folder: string;

  before(async () => {
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

  const run = (args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> => {
    const { clientId, clientSecret } = sandbox.connection;
    const credentials = {
      MC_TENANT: sandbox.address,
      MC_CLIENT_ID: clientId,
      MC_CLIENT_SECRET: clientSecret,
    };
    const child = spawn(process.execPath, [loader, path.join(root, 'src/runs/cli/main.ts'), ...args], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        ...credentials,
        ...variables,
        NODE_PATH: path.join(root, 'node_modules'),
      },
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, errors })));
  };

  it('runs a file, saves what is to be saved, and says what did not pass', async function () {
    this.timeout(60_000);
    const { code, output } = await run(['run', 'smoke.mcsoap', '--env', 'ci']);
    assert.match(output, /✓ Is it up\? \(\d+ ms, 1 of 1 assertions hold\)/);
    assert.match(output, /✓ Lists & more/);
    assert.match(output, /✗ Never without consent \(line 11\)\n.*--yes/);
    assert.match(output, /2 passed, 1 failed/);
    assert.equal(code, 1);
    assert.match(await readFile(path.join(folder, 'out/lists.csv'), 'utf8'), /^ID,ListName\r\n/);
  });

  it('writes a JUnit report, with consent and another environment', async function () {
    this.timeout(60_000);
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
      /<testsuites name="marketing-cloud-soap" tests="3" failures="\d" errors="0" time="[\d.]+">/,
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

  it('runs what is named, and needs nothing else to pass', async function () {
    this.timeout(60_000);
    const { code, output } = await run(['run', 'smoke.mcsoap', '--name', 'up', '--reporter', 'json']);
    assert.equal(code, 0);
    const [report] = JSON.parse(output) as { requests: { name: string; status: string }[] }[];
    assert.deepEqual(
      report?.requests.map(({ name, status }) => [name, status]),
      [['up', 'passed']],
    );
  });

  it('says what is missing, never what is secret', async function () {
    this.timeout(60_000);
    const { code, output } = await run(['run', 'smoke.mcsoap', '--name', 'up'], { MC_CLIENT_ID: '' });
    assert.equal(code, 1);
    assert.match(output, /MC_CLIENT_ID is not set/);
    const wrong = await run(['run', 'smoke.mcsoap', '--name', 'up'], {
      MC_CLIENT_SECRET: 'wrong-secret-0815',
    });
    assert.equal(wrong.code, 1);
    assert.ok(!`${wrong.output}${wrong.errors}`.includes('0815'));
    const environment = await run(['run', 'smoke.mcsoap', '--env', 'nope']);
    assert.equal(environment.code, 2);
    assert.match(environment.errors, /no environment nope. There are ci, strict/);
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
