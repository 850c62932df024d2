/** `npm run bench`: our client beside its peers, in turn, several rounds; the medians as tables. Ratios are what counts. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { contenders } from './contenders/index.ts';
import { measureLanguageServer } from './language.ts';
import type { Contender } from './contender.ts';
import type { Measurement } from './measure.ts';
import { columns, rowCount } from './rows.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const reference = 'sfmc-sdk';
const node = ['--import=tsx'];
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

type Scenario = 'retrieve' | 'export' | 'create';

async function startServer(): Promise<{ address: string; process: ChildProcess }> {
  const server = spawn(process.execPath, [...node, file('server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout }))
    return { address: line, process: server };
  throw new Error('The server of the bench did not start.');
}

function measure(scenario: Scenario, name: string, address: string): Measurement {
  const args = [...node, file('measure.ts'), scenario, name, address];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measurement;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function run(scenario: Scenario, address: string): Map<string, Measurement[]> {
  const does = {
    retrieve: () => true,
    export: (one: Contender) => one.stream !== undefined,
    create: (one: Contender) => one.create !== undefined,
  };
  const those = contenders.filter((one) => does[scenario](one));
  const results = new Map<string, Measurement[]>(those.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name } of those) results.get(name)?.push(measure(scenario, name, address));
  }
  return results;
}

function print(title: string, unit: string, results: ReadonlyMap<string, readonly Measurement[]>): void {
  const of = (name: string, value: (measurement: Measurement) => number | undefined): number =>
    median((results.get(name) ?? []).map((measurement) => value(measurement) ?? Number.NaN));
  const base = of(reference, ({ perSecond }) => perSecond);
  const heads = [
    'client',
    unit,
    `× ${reference}`,
    'peak RSS MB',
    'CPU ms',
    'warm block ms',
    'longest block ms',
    'not exact',
    'lost',
  ];
  const rows = [...results.keys()].map((name) => {
    const perSecond = of(name, (measurement) => measurement.perSecond);
    const share = (value: number): string =>
      Number.isNaN(value) ? '–' : `${((value / rowCount / columns.length) * 100).toFixed(1)} %`;
    return [
      name,
      Math.round(perSecond).toLocaleString('en'),
      (perSecond / base).toFixed(1),
      of(name, ({ peakMemory }) => peakMemory).toFixed(0),
      of(name, ({ cpu }) => cpu).toFixed(0),
      of(name, ({ warmBlock }) => warmBlock).toFixed(1),
      of(name, ({ longestBlock }) => longestBlock).toFixed(1),
      share(of(name, ({ notExact }) => notExact)),
      share(of(name, ({ lost }) => lost)),
    ];
  });
  console.log(`\n${title}\n`);
  for (const line of [heads, heads.map(() => '--'), ...rows]) console.log(`| ${line.join(' | ')} |`);
}

async function printLanguageServer(): Promise<void> {
  const { megabytes, completion, diagnostics } = await measureLanguageServer();
  console.log(
    `\nLanguage server, ${megabytes.toFixed(1)} MB with 10,000 objects, 95th percentile after a key\n`,
  );
  const rows = [
    ['what', 'ms', 'aim'],
    ['--', '--', '--'],
    ['completion', completion.toFixed(1), '≤ 20'],
    ['diagnostics', diagnostics.toFixed(1), '≤ 150'],
  ];
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

const server = await startServer();
try {
  console.log(
    `${String(rounds)} rounds, in turn; medians. The figures of one machine: compare within a table.`,
  );
  const retrieve = `Retrieve ${rowCount.toLocaleString('en')} rows × ${String(columns.length)} columns into memory`;
  print(retrieve, 'rows/s', run('retrieve', server.address));
  print('Retrieve 1,000,000 rows into a CSV file', 'rows/s', run('export', server.address));
  print('Create 5,000 objects in calls of 50, 20 at a time', 'objects/s', run('create', server.address));
} finally {
  server.process.kill();
}
await printLanguageServer();
