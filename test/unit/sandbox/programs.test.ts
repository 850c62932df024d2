/** The sandbox as a program and in a worker thread: how it starts, what it says, and that it ends. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SandboxConnection } from '../../../src/sandbox/index.ts';

const program = (name: string): string =>
  fileURLToPath(new URL(`../../../src/sandbox/${name}`, import.meta.url));

/** How to end what a test started and has not ended. */
let running: (() => unknown)[] = [];

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function start(...options: string[]): { child: ChildProcess; line: Promise<string>; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['--import', 'tsx', program('cli.ts'), ...options], {
    stdio: 'pipe',
  });
  running.push(() => child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  const line = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('\n')) resolve(output.split('\n', 1)[0] ?? '');
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output, errors }));
  return { child, line, ended };
}

/** A worker has no loader for TypeScript but the one that it registers itself. */
function startWorker(workerData: unknown): Worker {
  const file = JSON.stringify(pathToFileURL(program('worker.ts')).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); });`;
  const worker = new Worker(code, { eval: true, workerData });
  running.push(() => worker.terminate());
  return worker;
}

describe('sandbox programs', () => {
  afterEach(async () => {
    await Promise.all(running.map((end) => end()));
    running = [];
  });

  it('says where it is in one line of JSON, and ends with its parent', async () => {
    const { child, line, ended } = start('--json', '--seed', 'empty', '--stop-with-parent');
    const { address, clientId } = JSON.parse(await line) as { address: string; clientId: string };
    const connection = (await (await fetch(`${address}/_sandbox/connection`)).json()) as SandboxConnection;
    assert.equal(connection.clientId, clientId);
    child.stdin?.end();
    const { code, output, errors } = await ended;
    assert.deepEqual([code, output.trimEnd().split('\n').length, errors], [0, 1, '']);
    await assert.rejects(fetch(address));
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`speaks to a person, and ends on ${signal}`, async () => {
      const { child, line, ended } = start('--seed', 'empty', '--speed', '60');
      assert.match(await line, /is running at http:\/\/127\.0\.0\.1:\d+$/);
      child.kill(signal);
      assert.equal((await ended).code, 0);
    });
  }

  const refusals: readonly (readonly [options: readonly string[], text: RegExp])[] = [
    [['--seed', 'nonsense'], /--seed must be demo, empty, large/],
    [['--port', 'x'], /--port must be a number/],
    [['--speed', '0'], /--speed must be/],
    [['--nonsense'], /nonsense/],
    [['--seed', 'missing.json'], /missing\.json cannot be read/],
    [['--fault', 'fire'], /--fault fire: kind cannot be "fire"; there are latency/],
    [['--now', '2030-01-01'], /--now must be a moment with Z or an offset/],
    [['--random-seed', 'x'], /--random-seed must be a whole number/],
    [['--data', program('cli.ts')], /The folder of --data cannot be used/],
    [['--loud', 'nothing'], /--loud must be all, unknown-element/],
    [['--host', '192.0.2.1'], /--host is not one of this machine/],
  ];
  for (const [options, text] of refusals) {
    it(`refuses ${options.join(' ')} in a sentence`, async () => {
      const { code, errors } = await start(...options).ended;
      assert.equal(code, 1);
      assert.match(errors, text);
      assert.doesNotMatch(errors, /\n\s+at /);
    });
  }

  it('says how to use it', async () => {
    const { code, output } = await start('--help').ended;
    assert.equal(code, 0);
    for (const option of ['--port', '--host', '--seed', '--data', '--fault', '--loud']) {
      assert.ok(output.includes(option), option);
    }
  });

  it('begins at a moment and by a number, and two that do answer the same', async () => {
    const made = async (): Promise<unknown> => {
      const options = ['--now', '2030-01-01T12:00:00+01:00', '--random-seed', '7', '--stop-with-parent'];
      const { child, line, ended } = start('--json', '--seed', 'demo', ...options);
      const { address } = JSON.parse(await line) as { address: string };
      const { now } = (await (await fetch(`${address}/_sandbox/clock`)).json()) as { now: string };
      assert.match(now, /^2030-01-01T11:00:/);
      const shown: unknown = await (await fetch(`${address}/_sandbox/objects?of=Groups`)).json();
      child.stdin?.end();
      await ended;
      return shown;
    };
    assert.deepEqual(await made(), await made());
  });

  it('orders faults and makes traps loud from its start, and keeps its org in a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mc-program-'));
    const seed = join(folder, 'seed.json');
    await writeFile(seed, JSON.stringify({ accounts: [{ mid: 5, name: 'Mine' }] }));
    const options = ['--json', '--seed', seed, '--data', folder, '--stop-with-parent'];
    const { child, line, ended } = start(...options, '--fault', 'throttling,next=3', '--loud', 'long-key');
    const { address } = JSON.parse(await line) as { address: string };
    const ask = async (path: string): Promise<unknown> => (await fetch(`${address}/_sandbox/${path}`)).json();
    const { inForce } = (await ask('faults')) as { inForce: { kind: string; next: number }[] };
    assert.deepEqual(
      inForce.map(({ kind, next }) => [kind, next]),
      [['throttling', 3]],
    );
    const traps = (await ask('traps')) as { name: string; loud: boolean }[];
    assert.deepEqual(
      traps.filter(({ loud }) => loud).map(({ name }) => name),
      ['long-key'],
    );
    const { businessUnits } = (await ask('connection')) as SandboxConnection;
    assert.deepEqual(businessUnits, [{ mid: 5, name: 'Mine' }]);
    child.stdin?.end();
    assert.equal((await ended).code, 0);
    assert.match(await readFile(join(folder, 'org.jsonl'), 'utf8'), /^\{"version":1,/);
    await rm(folder, { recursive: true });
  });

  it('runs in a worker thread, and ends on a message', async () => {
    const worker = startWorker({ seed: 'empty', speed: 10 });
    const [ready] = (await once(worker, 'message')) as [{ kind: string; connection: SandboxConnection }];
    assert.equal(ready.kind, 'ready');
    assert.equal((await fetch(`${ready.connection.address}/etframework.wsdl`)).status, 200);
    const port = Number(new URL(ready.connection.address).port);
    const taken = startWorker({ seed: 'empty', port });
    const [failed] = (await once(taken, 'message')) as [{ kind: string; message: string }];
    assert.equal(failed.kind, 'failed');
    assert.match(failed.message, /EADDRINUSE/);
    worker.postMessage('stop');
    const [code] = (await once(worker, 'exit')) as [number];
    assert.equal(code, 0);
  });
});
