/** `npm run bench`: our client beside its peers, in turn, several rounds; the medians as tables. Ratios are what counts. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { measureLargeAnswers } from './answers.ts';
import { contenders } from './contenders/index.ts';
import { measureLanguageServer } from './language.ts';
import { measuredFiles } from './languageFiles.ts';
import type { Measurement } from './measure.ts';
import { tables } from './rows.ts';
import { isScenario, scenarios, takesPart, type ScenarioName } from './scenarios.ts';
import { printTree } from './treeRounds.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const reference = 'sfmc-sdk';
const folder = fileURLToPath(new URL('../../out/bench/', import.meta.url));

/** What is measured is the code as it ships: compiled, with nothing between it and Node. */
async function compile(names: readonly string[], options: BuildOptions): Promise<void> {
  await build({
    entryPoints: names.map((name) => fileURLToPath(new URL(name, import.meta.url))),
    outdir: folder,
    bundle: true,
    platform: 'node',
    logLevel: 'warning',
    ...options,
  });
}

async function startServer(): Promise<{ address: string; process: ChildProcess }> {
  const server = spawn(process.execPath, [`${folder}server.mjs`], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout }))
    return { address: line, process: server };
  throw new Error('The server of the bench did not start.');
}

function measure(scenario: string, name: string, address: string): Measurement {
  const args = [`${folder}measure.mjs`, scenario, name, address];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measurement;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function run(name: ScenarioName, address: string): Map<string, Measurement[]> {
  const those = contenders.filter((contender) => takesPart(scenarios[name], contender));
  const results = new Map<string, Measurement[]>(those.map((contender) => [contender.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of those) {
      results.get(contender.name)?.push(measure(name, contender.name, address));
    }
  }
  return results;
}

/** Cells of either table. */
const cellCount = tables.narrow.rowCount * tables.narrow.columns.length;

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
      Number.isNaN(value) ? '–' : `${((value / cellCount) * 100).toFixed(1)} %`;
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
  const heads = ['file', 'MB', 'opened', 'longest wait', 'completion', 'diagnostics', 'work'];
  console.log('\nLanguage server; milliseconds, after a key at the 95th percentile\n');
  for (const line of [heads, heads.map(() => '--')]) console.log(`| ${line.join(' | ')} |`);
  for (const file of measuredFiles) {
    const figures = await measureLanguageServer(`${folder}main.cjs`, file);
    const { opening, longestWait, completion, diagnostics, work } = figures;
    const times = [opening, longestWait, completion, diagnostics, work];
    const cells = times.map((time) => (Number.isNaN(time) ? '–' : time.toFixed(0)));
    console.log(`| ${[file.title, (file.text.length / 1e6).toFixed(1), ...cells].join(' | ')} |`);
  }
  console.log(
    '\nAims, in one request of 10,000 objects: completion ≤ 20, diagnostics ≤ 150; longest wait ≤ 200.',
  );
}

async function printLargeAnswers(): Promise<void> {
  const { megabytes, first, again, longestBlock } = await measureLargeAnswers();
  console.log(`\nXPaths on 100,000 rows, ${megabytes.toFixed(1)} MB, in a thread of their own\n`);
  const rows = [
    ['what', 'ms', 'aim'],
    ['--', '--', '--'],
    ['read, and count the rows', first.toFixed(0), '≤ 10,000'],
    ['four paths more', again.toFixed(0), '≤ 2,000'],
    ['longest block of whoever asks', longestBlock.toFixed(1), '≤ 100'],
  ];
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** Names of scenarios, `language`, `tree` or `answers`; all when there are none. */
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);

if (Object.keys(scenarios).some(isWanted)) {
  const outExtension = { '.js': '.mjs' };
  await compile(['measure.ts', 'server.ts'], { format: 'esm', packages: 'external', outExtension });
  const server = await startServer();
  try {
    console.log(
      `${String(rounds)} rounds, in turn; medians. The figures of one machine: compare within a table.`,
    );
    for (const name of Object.keys(scenarios).filter(isScenario).filter(isWanted)) {
      const { title, unit } = scenarios[name];
      print(title, unit, run(name, server.address));
    }
  } finally {
    server.process.kill();
  }
}
if (isWanted('language')) {
  await compile(['../../src/language/main.ts'], { format: 'cjs', outExtension: { '.js': '.cjs' } });
  await printLanguageServer();
}
if (isWanted('tree')) {
  await compile(['tree.ts'], { format: 'esm', packages: 'external', outExtension: { '.js': '.mjs' } });
  await printTree(rounds);
}
if (isWanted('answers')) await printLargeAnswers();
