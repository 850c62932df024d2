/** The kinds of stage: a program that says yes or no, and programs whose tests are counted. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { inProject, results, root } from '../run/project.mjs';

/** @typedef {import('./stages.mjs').Context} Context */
/** @typedef {import('./stages.mjs').Counts} Counts */

/** How long one stage may take, in milliseconds: what hangs must end some time. */
const longestStage = 25 * 60_000;

/**
 * A program of `node_modules` that counts as one test.
 * @param {string} program script, from the project's root
 * @param {readonly string[]} args
 */
export function commandStage(program, args) {
  return async (/** @type {Context} */ context) => {
    const code = await runNode(context, [inProject(program), ...args]);
    return count(code === 0);
  };
}

/**
 * Tests that mocha runs.
 * @param {string} name of the stage
 * @param {readonly string[]} args mocha's
 */
export function mochaStage(name, args) {
  const reporter = ['--reporter', 'tools/test/reporter.cjs'];
  const run = nodeStage(name, ['node_modules/mocha/bin/mocha.js', ...args, ...reporter]);
  return (/** @type {Context} */ context) => run({ ...context, env: { ...context.env, MC_MOCHA_ENDS: '1' } });
}

/**
 * A script of this project that runs tests, each of which counts; the script itself counts only when it fails
 * without a failing test to show for it.
 * @param {string} name of the stage
 * @param {readonly string[]} args the script, from the project's root, and its arguments
 */
export function nodeStage(name, [script = '', ...args]) {
  return async (/** @type {Context} */ context) => {
    const file = path.join(results, `${name}.json`);
    await rm(file, { force: true });
    const env = {
      ...context.env,
      MC_MOCHA_RESULT: file,
      MC_MOCHA_REPORTER: inProject('tools/test/reporter.cjs'),
    };
    const code = await runNode({ ...context, env }, [inProject(script), ...args]);
    const counts = await readCounts(file);
    if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
    return counts;
  };
}

/** @param {boolean} good @returns {Counts} */
const count = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: [] });

/**
 * @param {string} file what `reporter.cjs` wrote
 * @returns {Promise<Counts>} a run that left nothing is one failure
 */
async function readCounts(file) {
  try {
    /** @type {{ passed: string[], failed: string[], skipped: string[] }} */
    const { passed, failed, skipped } = JSON.parse(await readFile(file, 'utf8'));
    return { passed: passed.length, failed: failed.length, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}

/**
 * Runs a script with this Node and prints what it prints.
 * @param {Context} context
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
function runNode({ processes, env, print }, args) {
  return new Promise((resolve) => {
    const child = processes.start(process.execPath, args, { cwd: root, env });
    child.stdout?.setEncoding('utf8').on('data', print);
    child.stderr?.setEncoding('utf8').on('data', print);
    const limit = setTimeout(() => {
      print(`\nIt was still running after ${longestStage / 60_000} minutes and was ended.\n`);
      void processes.end(child);
    }, longestStage);
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve(code ?? 1);
    });
  });
}
