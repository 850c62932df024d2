/** The table of what `npm test` does: one row a stage. */
import { commandStage, mochaStage, nodeStage } from './stageKinds.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name as `--only` takes it
 * @property {string} title
 * @property {'checks' | 'tests'} lane stages of one lane run one after another, the two lanes at the same time
 * @property {boolean} needsBuild whether it looks at what was built
 * @property {(context: Context) => Promise<Counts>} run
 */

/**
 * @typedef {object} Context
 * @property {import('../run/processes.mjs').Processes} processes
 * @property {NodeJS.ProcessEnv} env environment of everything that the stage starts
 * @property {(text: string) => void} print
 */

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Counts `skipped`: titles */

/** @type {readonly Stage[]} */
export const stages = [
  {
    name: 'unit',
    title: 'Unit, golden, contract and peer tests',
    lane: 'tests',
    needsBuild: false,
    run: mochaStage('unit', ['test/{unit,golden,contract,faults,peers}/**/*.test.ts']),
  },
  {
    name: 'host',
    title: 'Tests inside VS Code',
    lane: 'tests',
    needsBuild: true,
    run: nodeStage('host', ['tools/test/host.mjs']),
  },
  {
    name: 'ui',
    title: 'Tests of the window, by clicking it',
    lane: 'tests',
    needsBuild: true,
    run: mochaStage('ui', ['--config', 'test/ui/.mocharc.json', 'test/ui/*.test.ts']),
  },
  {
    name: 'types',
    title: 'Types (tsc)',
    lane: 'checks',
    needsBuild: false,
    run: commandStage('node_modules/typescript/bin/tsc', ['-b']),
  },
  {
    name: 'lint',
    title: 'Lint (eslint)',
    lane: 'checks',
    needsBuild: false,
    run: commandStage('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  },
  {
    name: 'format',
    title: 'Format (prettier)',
    lane: 'checks',
    needsBuild: false,
    run: commandStage('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  {
    name: 'imports',
    title: 'Who imports whom (dependency-cruiser)',
    lane: 'checks',
    needsBuild: false,
    run: commandStage('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['--config', '.dependency-cruiser.cjs'],
      ...['src', 'test', 'tools', 'esbuild.mjs'],
    ]),
  },
  {
    name: 'dead-code',
    title: 'Dead code (knip)',
    lane: 'checks',
    needsBuild: false,
    run: commandStage('node_modules/knip/bin/knip.js', ['--no-progress']),
  },
  {
    name: 'package',
    title: 'The package, and the oldest VS Code with it installed',
    lane: 'checks',
    needsBuild: true,
    run: nodeStage('package', ['tools/test/packaged.mjs']),
  },
];
