/** The steps of `npm test`. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildProject } from '../run/build.mjs';
import { installDependencies } from '../run/dependencies.mjs';
import { onInterruption } from '../run/interruption.mjs';
import { Problem, tell } from '../run/problem.mjs';
import { Processes } from '../run/processes.mjs';
import { results } from '../run/project.mjs';
import { temporaryFolder } from '../vscode/ownHome.mjs';
import { findSecret, newCanary } from './canary.mjs';
import { stages } from './stages.mjs';
import { isExempt, written } from './written.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('./stages.mjs').Counts} Counts */
/** @typedef {Counts & { title: string }} Outcome */

const processes = new Processes();
const say = (/** @type {string} */ line) => console.log(line);
const canary = newCanary();

/** @returns {NodeJS.ProcessEnv} the environment of every stage */
function environment() {
  const temporary = temporaryFolder();
  return { ...process.env, MC_CANARY: canary, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
}

/**
 * @param {readonly string[]} args
 * @returns {readonly Stage[]}
 * @throws {Problem} for a stage there is not
 */
function chosenStages(args) {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } }, strict: false });
  if (typeof values.only !== 'string') return stages;
  const names = values.only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => stages.every((stage) => stage.name !== name));
  if (unknown.length > 0) {
    throw new Problem(
      `There is no stage ${unknown.join(', ')}; there are: ${stages.map(({ name }) => name).join(', ')}.`,
    );
  }
  return stages.filter(({ name }) => names.includes(name));
}

/**
 * Runs one stage; its output is kept in a file and printed when it is through, so that two at once do not mix.
 * @param {Stage} stage
 * @returns {Promise<Outcome>}
 */
async function runStage(stage) {
  const started = Date.now();
  const log = createWriteStream(path.join(results, `${stage.name}.log`));
  let output = '';
  const print = (/** @type {string} */ text) => {
    output += text;
    log.write(text);
  };
  say(`… ${stage.title}`);
  const counts = await stage.run({ processes, env: environment(), print });
  await new Promise((resolve) => log.end(resolve));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`\n==== ${stage.title}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  if (output.trim() !== '') say(output.trimEnd());
  return { ...counts, title: stage.title };
}

/**
 * @param {readonly Stage[]} lane
 * @returns {Promise<Outcome[]>}
 */
async function runLane(lane) {
  const outcomes = [];
  for (const stage of lane) outcomes.push(await runStage(stage));
  return outcomes;
}

/** @returns {Promise<Outcome>} */
async function searchCanary() {
  const { found, searched } = await findSecret(canary, written, isExempt);
  say(`\n==== No secret in anything that was written: ${searched} files searched`);
  for (const file of found) say(`The canary secret is in ${file}`);
  return {
    title: 'canary',
    passed: found.length === 0 ? 1 : 0,
    failed: found.length === 0 ? 0 : 1,
    skipped: [],
  };
}

/** @param {readonly Outcome[]} outcomes */
function conclude(outcomes) {
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped.map((title) => `${outcome.title}: ${title}`));
  say('\n==== Summary');
  for (const { title, passed, failed } of outcomes)
    say(`${failed > 0 ? 'FAILED' : 'ok    '} ${title} (${passed + failed})`);
  if (skipped.length > 0) {
    say(`\n!!!! ${skipped.length} SKIPPED, each for the reason that its stage gives above:`);
    for (const title of skipped) say(`!!!! ${title}`);
  }
  // Nothing run is no success.
  if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
}

async function test() {
  const chosen = chosenStages(process.argv.slice(2));
  await rm(results, { recursive: true, force: true });
  await mkdir(results, { recursive: true });
  await mkdir(temporaryFolder(), { recursive: true });
  await installDependencies(processes, say);
  if (chosen.some(({ needsBuild }) => needsBuild)) {
    say('Building as for the package');
    // The tests look at what ships.
    say((await buildProject(processes, ['--production', '--tests'])).trimEnd());
  }
  const lanes = /** @type {const} */ (['tests', 'checks']).map((name) =>
    runLane(chosen.filter(({ lane }) => lane === name)),
  );
  const outcomes = (await Promise.all(lanes)).flat();
  conclude([...outcomes, await searchCanary()]);
}

onInterruption(() => processes.endAll(), 130);
try {
  await test();
} catch (error) {
  if (!processes.ending) {
    tell(error);
    process.exitCode = 1;
    say('0 passed, 1 failed');
  }
}
if (!processes.ending) await processes.endAll();
