/** Runs npm, the one that started this program where there is one. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

/** Variables that npm hands to the scripts it runs and that would steer an npm started by them. */
const handedDown = /^npm_(?:package|lifecycle|config_(?:local_|global_)?prefix)|^npm_command$|^INIT_CWD$/i;

/**
 * Runs `npm <args>` and waits for its end.
 * @param {import('./processes.mjs').Processes} processes
 * @param {readonly string[]} args
 * @param {{ cwd: string, path?: string }} where `path`: a folder to be searched first for programs
 * @throws {Problem} with what npm said when it fails, or when there is no npm
 */
export async function runNpm(processes, args, { cwd, path: first }) {
  const { command, before, shell } = npmCommand();
  const { code, output } = await processes.run(command, [...before, ...args], {
    cwd,
    shell,
    env: environment(first),
  });
  if (code === 127)
    throw new Problem('npm was not found: install Node.js together with npm, from nodejs.org.');
  if (code !== 0) {
    throw new Problem(`npm ${args[0] ?? ''} did not succeed. It said:\n${firstErrors(output)}`);
  }
}

/** @returns {{ command: string, before: string[], shell: boolean }} */
function npmCommand() {
  const script = [process.env['npm_execpath'], ...besideNode()].find(
    (file) => file !== undefined && path.basename(file) === 'npm-cli.js' && existsSync(file),
  );
  if (script !== undefined) return { command: process.execPath, before: [script], shell: false };
  // On Windows npm is a batch file, which only the shell can start.
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}

/** Where the installers of Node put npm. */
function besideNode() {
  const folder = path.dirname(process.execPath);
  return [
    path.join(folder, 'node_modules/npm/bin/npm-cli.js'),
    path.join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
}

/** @param {string | undefined} first */
function environment(first) {
  const kept = Object.entries(process.env).filter(([name]) => !handedDown.test(name));
  const environment = Object.fromEntries(kept);
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  if (first !== undefined) environment[name] = `${first}${path.delimiter}${environment[name] ?? ''}`;
  return environment;
}

/**
 * npm says first what is wrong, and then at length how it is called and where its log is.
 * @param {string} output
 */
function firstErrors(output) {
  const lines = output.split('\n').filter((line) => /^npm (?:error|ERR!) \S/.test(line));
  return (lines.length > 0 ? lines : output.trim().split('\n').slice(-6)).slice(0, 6).join('\n');
}
